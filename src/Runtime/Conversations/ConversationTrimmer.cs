using System.Text;

namespace GeminiGen;

/// <summary>Drops what no longer fits into a conversation, whole exchanges at a time.</summary>
internal static class ConversationTrimmer
{
    private const string SummaryHeading = "Summary of the conversation so far:\n";

    /// <summary>Trims; the turns to send.</summary>
    internal static async ValueTask<ConversationTurn[]> TrimAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        ConversationTurn[] turns = conversation.Snapshot();
        if (conversation.Trimming is not { } trimming || FindDropped(turns, trimming) is not { } dropped)
        {
            return turns;
        }

        List<ConversationTurn> kept = new(turns.Length);
        if (trimming.Summarize is { } summarize)
        {
            string summary = await summarize(Describe(turns, dropped), cancellationToken).ConfigureAwait(false);
            kept.Add(new ConversationTurn(ConversationTurn.WriteText(ConversationRole.User, SummaryHeading + summary), isSummary: true));
        }

        for (int i = 0; i < turns.Length; i++)
        {
            if (!dropped[i])
            {
                kept.Add(turns[i]);
            }
        }

        ConversationTurn[] rest = [.. kept];
        conversation.Replace(turns, rest);
        return rest;
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

        bool[] dropped = new bool[turns.Length];
        bool any = false;
        int end = FindEnd(turns, trimming.KeepLatest);
        for (int start = 0; start < end && tokens > trimming.MaxTokens;)
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
            if (turn.IsPinned || (turn.IsSummary && trimming.Summarize is null))
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
            if (dropped[i] && turns[i].Text is { Length: > 0 } said)
            {
                text.Append(turns[i].IsSummary ? "" : turns[i].Role == ConversationRole.Model ? "model: " : "user: ");
                text.Append(turns[i].IsSummary && said.StartsWith(SummaryHeading, StringComparison.Ordinal) ? said[SummaryHeading.Length..] : said).Append('\n');
            }
        }

        return text.ToString();
    }
}
