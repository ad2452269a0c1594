using System.Text;

namespace GeminiGen;

/// <summary>Drops what no longer fits into a conversation, whole exchanges at a time.</summary>
internal static class ConversationTrimmer
{
    // An exchange of its own, so that the turns of user and model still alternate.
    private const string SummaryQuestion = "Sum up our conversation so far.";
    private static readonly char[] SentenceEnds = ['.', '!', '?', '\n', '\u3002', '\uFF01', '\uFF1F'];

    // What a summary costs beside its own words.
    private static readonly int SummaryOverhead =
        TurnFacts.EstimateTokens(ConversationTurn.WriteText(ConversationRole.User, SummaryQuestion)) + TokenEstimator.TokensPerTurn;

    /// <summary>Trims; the turns to send, and what was done if anything was.</summary>
    internal static async ValueTask<(ConversationTurn[] Turns, ConversationTrim? Trim)> TrimAsync(
        Conversation conversation, ConversationGate gate, CancellationToken cancellationToken)
    {
        ConversationTurn[] turns = conversation.Snapshot();
        if (conversation.Trimming is not { } trimming || FindDropped(turns, trimming) is not { } dropped)
        {
            return (turns, null);
        }

        PromptResult<string>? result = null;
        if (trimming.Summarizes)
        {
            // Undone when this method returns.
            ConversationGate.EnterTools(gate);
            result = await trimming.SumUpAsync(Describe(turns, dropped), cancellationToken).ConfigureAwait(false);
        }

        string? summary = result is null ? null : Cut(result.Value.Trim(), trimming.MaxSummaryTokens);
        ConversationTurn[] rest = Keep(turns, dropped, summary);
        conversation.Replace(turns, rest);
        return (rest, new ConversationTrim
        {
            DroppedTurns = dropped.Count(static isDropped => isDropped),
            SavedTokens = turns.Sum(static turn => turn.EstimatedTokens) - rest.Sum(static turn => turn.EstimatedTokens),
            Summary = string.IsNullOrEmpty(summary) ? null : summary,
            SummaryUsage = result?.Usage ?? default,
            SummaryCost = result?.Cost,
        });
    }

    private static ConversationTurn[] Keep(ConversationTurn[] turns, bool[] dropped, string? summary)
    {
        List<ConversationTurn> kept = new(turns.Length);
        if (!string.IsNullOrEmpty(summary))
        {
            kept.Add(new ConversationTurn(ConversationTurn.WriteText(ConversationRole.User, SummaryQuestion), isSummary: true));
            kept.Add(new ConversationTurn(ConversationTurn.WriteText(ConversationRole.Model, summary), isSummary: true));
        }

        for (int i = 0; i < turns.Length; i++)
        {
            if (!dropped[i])
            {
                kept.Add(turns[i]);
            }
        }

        return [.. kept];
    }

    /// <summary>Cuts a text that costs too much, where a sentence or at least a word ends.</summary>
    private static string Cut(string text, int maxTokens)
    {
        for (int tokens = TokenEstimator.Estimate(text); tokens > maxTokens && text.Length > 1; tokens = TokenEstimator.Estimate(text))
        {
            int length = Math.Clamp((int)((long)text.Length * maxTokens / tokens), 1, text.Length - 1);
            int sentence = text.LastIndexOfAny(SentenceEnds, length - 1) + 1;
            int word = text.LastIndexOf(' ', length - 1);
            int end = sentence > length / 2 ? sentence : word > length / 2 ? word : char.IsHighSurrogate(text[length - 1]) ? Math.Max(1, length - 1) : length;
            text = text[..end].TrimEnd();
        }

        return text;
    }

    /// <summary>Marks the turns to drop; null when all of them fit or none may go.</summary>
    private static bool[]? FindDropped(ConversationTurn[] turns, ConversationTrimming trimming)
    {
        long tokens = 0;
        foreach (ConversationTurn turn in turns)
        {
            tokens += turn.EstimatedTokens;
        }

        if (tokens <= trimming.MaxTokens)
        {
            return null;
        }

        // A summary takes its place within the limit.
        int limit = trimming.Summarizes ? trimming.MaxTokens - trimming.MaxSummaryTokens - SummaryOverhead : trimming.MaxTokens;
        bool[] dropped = new bool[turns.Length];
        bool any = false;
        int end = FindEnd(turns, trimming.KeepLatest);
        for (int start = 0; start < end && tokens > limit;)
        {
            int next = start + 1;
            while (next < turns.Length && !turns[next].StartsExchange)
            {
                next++;
            }

            if (MayGo(turns.AsSpan(start, next - start), trimming))
            {
                // A summary alone is not worth another summary.
                any |= !turns[start].IsSummary;
                for (int i = start; i < next; i++)
                {
                    dropped[i] = true;
                    tokens -= turns[i].EstimatedTokens;
                }
            }

            start = next;
        }

        return any ? dropped : null;
    }

    /// <summary>Where the exchanges begin that stay in any case.</summary>
    private static int FindEnd(ConversationTurn[] turns, int keepLatest)
    {
        int end = turns.Length;
        for (int kept = 0; kept < keepLatest && end > 0; kept++)
        {
            end--;
            while (end > 0 && !turns[end].StartsExchange)
            {
                end--;
            }
        }

        return end;
    }

    // A summary goes into the next summary; without one to come, it stays.
    private static bool MayGo(ReadOnlySpan<ConversationTurn> exchange, ConversationTrimming trimming)
    {
        foreach (ConversationTurn turn in exchange)
        {
            if (turn.IsPinned || (turn.IsSummary && !trimming.Summarizes))
            {
                return false;
            }
        }

        return true;
    }

    private static string Describe(ConversationTurn[] turns, bool[] dropped)
    {
        StringBuilder text = new();
        for (int i = 0; i < turns.Length; i++)
        {
            bool isModel = turns[i].Role == ConversationRole.Model;
            bool isSaid = isModel || !turns[i].IsSummary;
            if (dropped[i] && isSaid && turns[i].Text is { Length: > 0 } said)
            {
                text.Append(turns[i].IsSummary ? "" : isModel ? "model: " : "user: ").Append(said).Append('\n');
            }
        }

        return text.ToString();
    }
}
