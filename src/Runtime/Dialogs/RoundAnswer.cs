namespace GeminiGen;

/// <summary>Keeps the whole response: what becomes of it is decided once no further request follows.</summary>
internal readonly struct RoundAnswer : IAnswer<Round>
{
    public Round Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        AnswerFields fields = new() { WantsDetails = true, IsRound = true, Thoughts = context.CreateThoughts() };
        context.Read(body, ref fields);
        return Keep(body, fields, context);
    }

    internal static Round Keep(ReadOnlySpan<byte> body, in AnswerFields fields, in AnswerContext context)
    {
        PooledUtf8Buffer copy = new();
        copy.Append(body);
        return new Round(copy, fields, context.Progress, context.Response);
    }
}
