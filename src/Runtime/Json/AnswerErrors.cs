namespace GeminiGen;

/// <summary>Makes the exceptions for answers that are not complete.</summary>
internal static class AnswerErrors
{
    internal static GeminiAnswerException Create(PromptOutcome outcome, in AnswerFields fields, string text, in AnswerContext context)
    {
        PreparedMethod method = context.Method;
        return outcome switch
        {
            PromptOutcome.Truncated => new GeminiTruncatedException(TruncatedMessage(fields, method))
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = text,
            },
            PromptOutcome.Recited => new GeminiRecitationException(
                $"{method.Method}: {method.Model} stopped because its answer repeated protected text (finish reason {fields.Finish}). Ask for it in other words, or for less verbatim text.")
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = text,
            },
            PromptOutcome.Empty => new GeminiEmptyAnswerException(
                $"{method.Method}: {method.Model} gave no answer{FinishOf(fields)}. Try again, or change the prompt.")
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = text,
            },
            PromptOutcome.Malformed => new GeminiMalformedAnswerException(
                $"{method.Method}: {method.Model} produced something the API could not read (finish reason {fields.Finish}). Trying again once may help.")
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = text,
            },
            _ => new GeminiBlockedException(BlockedMessage(fields, method))
            {
                FinishReason = fields.Finish,
                Usage = fields.Usage,
                Text = text,
                BlockReason = fields.BlockReason,
                SafetyRatings = fields.SafetyRatings ?? [],
            },
        };
    }

    private static string FinishOf(in AnswerFields fields) => fields.Finish.IsSpecified ? $" (finish reason {fields.Finish})" : " and no finish reason";

    private static string TruncatedMessage(in AnswerFields fields, PreparedMethod method)
    {
        string head = $"{method.Method}: the answer of {method.Model} is cut";
        if (!fields.Finish.IsSpecified)
        {
            return head + ": it carries no finish reason, so the service or a proxy dropped the rest. Try again.";
        }

        if (fields.Finish == FinishReason.Continuation)
        {
            return FormattableString.Invariant(
                $"{head} (finish reason CONTINUATION) after {fields.Usage.CandidatesTokenCount} tokens: it goes on in a further response, but GeminiOptions.MaxHops allows no more, or the API gave no token to ask with. Raise the limit, or ask for less.");
        }

        return FormattableString.Invariant(
            $"{head} (finish reason {fields.Finish}) after {fields.Usage.CandidatesTokenCount} tokens of answer and {fields.Usage.ThoughtsTokenCount} of thinking, which count together. Raise [Generation(MaxOutputTokens = …)], lower the thinking level, or ask for less.");
    }

    private static string BlockedMessage(in AnswerFields fields, PreparedMethod method)
    {
        string category = GeminiBlockedException.FindCategory(fields.SafetyRatings ?? []) is { } name ? ", " + name : "";
        if (fields.BlockReason is { } reason && !fields.Finish.IsSpecified)
        {
            return $"{method.Method}: the prompt was blocked ({reason}{category}) and {method.Model} did not answer. Change the prompt; trying again does not help.";
        }

        string cure = fields.Finish == FinishReason.Other ? "The API does not say why: trying again once may help, else change the prompt" : "Change the prompt";
        return $"{method.Method}: the answer of {method.Model} was stopped (finish reason {fields.Finish}{category}). {cure}; what arrived is incomplete.";
    }
}
