namespace GeminiGen;

/// <summary>Judges an answer by its finish reason. The one place that decides what counts as complete.</summary>
internal static class AnswerOutcome
{
    internal static PromptOutcome Of(in AnswerFields fields, bool hasText)
    {
        if (!fields.Finish.IsSpecified)
        {
            if (fields.BlockReason is not null)
            {
                return PromptOutcome.Blocked;
            }

            // Text without a finish reason may be anything's beginning.
            return hasText ? PromptOutcome.Truncated : PromptOutcome.Empty;
        }

        return fields.Finish.Value switch
        {
            "STOP" => hasText ? PromptOutcome.Complete : PromptOutcome.Empty,
            "MAX_TOKENS" or "CONTINUATION" => PromptOutcome.Truncated,
            "RECITATION" or "IMAGE_RECITATION" => PromptOutcome.Recited,
            "MALFORMED_RESPONSE" or "MALFORMED_FUNCTION_CALL" or "UNEXPECTED_TOOL_CALL" or "TOO_MANY_TOOL_CALLS" or "MISSING_THOUGHT_SIGNATURE" => PromptOutcome.Malformed,
            "NO_IMAGE" => PromptOutcome.Empty,

            // Reasons we do not know are never read as complete.
            _ => PromptOutcome.Blocked,
        };
    }
}
