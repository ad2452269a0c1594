namespace GeminiGen;

/// <summary>The answer's text; anything but a whole one throws.</summary>
internal readonly struct TextAnswer : IAnswer<string>
{
    public string Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        AnswerFields fields = new() { EndsWithAnswer = true };
        context.Read(body, ref fields);
        PromptOutcome outcome = AnswerOutcome.Of(fields, fields.HasText);
        return outcome == PromptOutcome.Complete
            ? fields.Text!
            : throw AnswerErrors.Create(outcome, fields, fields.Text ?? "", context);
    }
}
