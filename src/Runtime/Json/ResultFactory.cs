namespace GeminiGen;

/// <summary>Puts results together.</summary>
internal static class ResultFactory
{
    internal static PromptResult<T> Create<T>(
        PromptOutcome outcome, T? value, GeminiAnswerException? error, string text, ReadOnlySpan<byte> body, in AnswerFields fields, in AnswerContext context)
    {
        CallProgress progress = context.Progress;
        KeptResponses? responses = KeepResponses(body, context);
        if (error is not null)
        {
            error.Attempts = progress.Attempt;
            error.AttemptErrors = progress.Errors;
            error.Repairs = context.Trace?.Repairs ?? [];
        }

        return new PromptResult<T>(outcome, value, error)
        {
            FinishReason = fields.Finish,
            SafetyRatings = fields.SafetyRatings ?? [],
            Usage = fields.Usage,
            Model = context.Method.Model,
            ModelVersion = fields.ModelVersion,
            ResponseId = fields.ResponseId,
            Cost = context.Cost(fields.Usage),
            Text = text,
            Thoughts = DialogTrace.Join(context.Trace?.PriorThoughts, fields.Thoughts),
            RawResponse = context.Method.Method.KeepsResponse ? responses!.ToJson() : null,
            Grounding = context.Method.Method.BuiltInTools == 0 ? null : responses!.ReadGrounding(),
            Repairs = context.Trace?.Repairs ?? [],
            Trimmed = context.Trace?.Trim,
            Rounds = context.Trace?.Rounds ?? 1,
            ToolCalls = context.Trace?.ToolCalls ?? [],
            Attempts = progress.Attempt,
            AttemptErrors = progress.Errors,
        };
    }

    // A call of several requests has kept them already, the last one included.
    private static KeptResponses? KeepResponses(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        if (context.Trace is not null || !context.Method.KeepsResponses)
        {
            return context.Trace?.Responses;
        }

        KeptResponses responses = new();
        responses.Add(body);
        return responses;
    }
}
