namespace GeminiGen;

/// <summary>Answers of long-decode models, which arrive in several responses (<c>finishReason: CONTINUATION</c>).</summary>
internal static class Hops
{
    /// <summary>One response of all the hops' parts, ending as the last one did.</summary>
    internal static Round Join(Round last, Dialog dialog, string? earlierThoughts)
    {
        PooledUtf8Buffer body = new();
        body.Append("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":["u8);
        body.Append(dialog.Recorder.Parts);
        body.Append("]}"u8);
        AppendMember(body, ",\"finishReason\":"u8, last.Fields.Finish.IsSpecified ? last.Fields.Finish.Value : null);
        body.Append("}]"u8);
        if (last.Fields.BlockReason is { } reason)
        {
            AppendMember(body, ",\"promptFeedback\":{\"blockReason\":"u8, reason);
            body.Append("}"u8);
        }

        AppendUsage(body, last.Fields.Usage);
        AppendMember(body, ",\"modelVersion\":"u8, last.Fields.ModelVersion);
        AppendMember(body, ",\"responseId\":"u8, last.Fields.ResponseId);
        body.Append("}"u8);
        AnswerFields fields = last.Fields;
        fields.Thoughts?.Insert(0, earlierThoughts);
        Round joined = new(body, fields, last.Progress, last.Response);
        last.Dispose();
        return joined;
    }

    private static void AppendUsage(PooledUtf8Buffer body, in UsageMetadata usage)
    {
        body.Append(",\"usageMetadata\":{\"promptTokenCount\":"u8);
        JsonText.AppendFormatted(body, usage.PromptTokenCount, null);
        AppendCount(body, ",\"cachedContentTokenCount\":"u8, usage.CachedContentTokenCount);
        AppendCount(body, ",\"candidatesTokenCount\":"u8, usage.CandidatesTokenCount);
        AppendCount(body, ",\"thoughtsTokenCount\":"u8, usage.ThoughtsTokenCount);
        AppendCount(body, ",\"toolUsePromptTokenCount\":"u8, usage.ToolUsePromptTokenCount);
        AppendCount(body, ",\"totalTokenCount\":"u8, usage.TotalTokenCount);
        body.Append("}"u8);
    }

    private static void AppendCount(PooledUtf8Buffer body, ReadOnlySpan<byte> member, int count)
    {
        body.Append(member);
        JsonText.AppendFormatted(body, count, null);
    }

    private static void AppendMember(PooledUtf8Buffer body, ReadOnlySpan<byte> member, string? value)
    {
        if (value is not null)
        {
            body.Append(member);
            body.Append("\""u8);
            JsonText.AppendEscaped(body, value);
            body.Append("\""u8);
        }
    }
}
