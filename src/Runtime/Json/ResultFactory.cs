namespace GeminiGen;

/// <summary>Puts results together.</summary>
internal static class ResultFactory
{
    internal static PromptResult<T> Create<T>(
        PromptOutcome outcome, T? value, GeminiAnswerException? error, string text, in AnswerFields fields, in AnswerContext context)
    {
        CallProgress progress = context.Progress;
        if (error is not null)
        {
            error.Attempts = progress.Attempt;
            error.AttemptErrors = progress.Errors;
        }

        return new PromptResult<T>(outcome, value, error)
        {
            FinishReason = fields.Finish,
            Usage = fields.Usage,
            Model = context.Method.Model,
            ModelVersion = fields.ModelVersion,
            ResponseId = fields.ResponseId,
            Cost = context.Cost(fields.Usage),
            Text = text,
            Rounds = context.Trace?.Rounds ?? 1,
            ToolCalls = context.Trace?.ToolCalls ?? [],
            Attempts = progress.Attempt,
            AttemptErrors = progress.Errors,
        };
    }
}
