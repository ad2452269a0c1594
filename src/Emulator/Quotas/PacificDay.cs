namespace GeminiGen.Emulator.Quotas;

/// <summary>
/// The days of California, by which the API counts. Daylight time stands here as a rule (second Sunday of March to first Sunday of November, at two), because
/// machines without time zone data are common where tests run.
/// </summary>
internal static class PacificDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("Pacific", TimeSpan.FromHours(-8), "Pacific", "PST", "PDT", [Daylight()]);

    /// <summary>The day of California at a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment the day after begins.</summary>
    public static DateTimeOffset End(DateTimeOffset moment)
    {
        // The clocks are changed at two, so there is exactly one midnight a day.
        DateTime midnight = Of(moment).AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    private static TimeZoneInfo.AdjustmentRule Daylight()
    {
        DateTime two = new(1, 1, 1, 2, 0, 0);
        return TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2007, 1, 1),
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, month: 3, week: 2, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(two, month: 11, week: 1, DayOfWeek.Sunday));
    }
}
