namespace GeminiGen.Emulator.Quotas;

/// <summary>What one project asked of one model in the minute and on the day that are.</summary>
internal sealed class QuotaCount
{
    private long _minute = -1;
    private DateOnly _day;

    public long Requests { get; private set; }

    public long Tokens { get; private set; }

    public long RequestsOfDay { get; private set; }

    /// <summary>Forgets what belongs to a minute or a day before.</summary>
    public void Roll(DateTimeOffset now)
    {
        long minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
        {
            (_minute, Requests, Tokens) = (minute, 0, 0);
        }

        DateOnly day = PacificDay.Of(now);
        if (day != _day)
        {
            (_day, RequestsOfDay) = (day, 0);
        }
    }

    public void Add(int requests, int tokens)
    {
        Requests += requests;
        Tokens += tokens;
        RequestsOfDay += requests;
    }
}
