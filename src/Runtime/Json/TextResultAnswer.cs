namespace GeminiGen;

/// <summary>The answer's text as a result.</summary>
internal readonly struct TextResultAnswer : IAnswer<PromptResult<string>>
{
    public PromptResult<string> Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        AnswerFields fields = new() { WantsDetails = true, Thoughts = context.CreateThoughts() };
        context.Read(body, ref fields);
        PromptOutcome outcome = AnswerOutcome.Of(fields, fields.HasText);
        string text = fields.Text ?? "";
        GeminiAnswerException? error = outcome == PromptOutcome.Complete ? null : AnswerErrors.Create(outcome, fields, text, context);
        return ResultFactory.Create(outcome, text, error, text, body, fields, context);
    }
}
