using System.Globalization;
using System.Text;

namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>Writes what came of a call as the cases' files have it: a line for each thing there is.</summary>
internal sealed class TrafficOutcome
{
    private readonly StringBuilder _lines = new();

    internal static string Of(PromptResult<string> result)
    {
        TrafficOutcome outcome = new();
        outcome.AddQuoted("text", result.Text);
        outcome.AddQuoted("thoughts", result.Thoughts);
        outcome.Add("calls", string.Join("; ", result.ToolCalls));
        outcome.AddUsage(result.Usage);
        outcome.Add("finish", result.FinishReason.Value);
        outcome.Add("model", result.ModelVersion);
        outcome.AddEnd(result.Error);
        return outcome._lines.ToString();
    }

    internal static string Of(string text, PromptCompletion completion)
    {
        TrafficOutcome outcome = new();
        outcome.AddQuoted("text", text);
        outcome.AddQuoted("thoughts", completion.Thoughts);
        outcome.Add("calls", string.Join("; ", completion.ToolCalls));
        outcome.AddUsage(completion.Usage);
        outcome.Add("finish", completion.FinishReason.Value);
        outcome.Add("model", completion.ModelVersion);
        outcome.AddEnd(null);
        return outcome._lines.ToString();
    }

    /// <summary>What came of a call that threw; an answer's exception tells what the answer would.</summary>
    internal static string Of(string text, GeminiException error)
    {
        TrafficOutcome outcome = new();
        outcome.AddQuoted("text", text);
        if (error is GeminiAnswerException answer)
        {
            outcome.AddUsage(answer.Usage);
            outcome.Add("finish", answer.FinishReason.Value);
        }

        outcome.AddEnd(error);
        return outcome._lines.ToString();
    }

    private void AddEnd(GeminiException? error)
    {
        Add("ends", error is null ? "Complete" : error.GetType().Name);
        if (error is GeminiBlockedException blocked)
        {
            Add("blocked", blocked.BlockReason);
            Add("category", blocked.Category);
        }

        if (error is GeminiApiException api)
        {
            Add("status", string.Create(CultureInfo.InvariantCulture, $"{(int)api.StatusCode} {api.Status}").TrimEnd());
            Add("reason", api.Reason);
            AddQuoted("says", api.ApiMessage);
        }

        if (error is GeminiQuotaExceededException quota)
        {
            Add("quota", quota.QuotaId is null ? quota.Scope.ToString() : quota.Scope + ", " + quota.QuotaId);
        }

        if (error is not null)
        {
            string? delay = error.Retry.Delay is { } wait ? string.Create(CultureInfo.InvariantCulture, $"after {wait.TotalSeconds:0.#######} s") : "yes";
            Add("repeat", error.Retry.IsTransient ? delay : "no");
        }
    }

    private void AddUsage(in UsageMetadata usage)
    {
        (int Count, string Name)[] counts =
        [
            (usage.PromptTokenCount, "prompt"), (usage.CachedContentTokenCount, "cached"), (usage.ToolUsePromptTokenCount, "tools"),
            (usage.CandidatesTokenCount, "answer"), (usage.ThoughtsTokenCount, "thoughts"), (usage.TotalTokenCount, "total"),
        ];
        Add("usage", string.Join(", ", counts.Where(count => count.Count > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {count.Name}"))));
    }

    // No serializer leaves characters beyond the first plane as they are.
    private void AddQuoted(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Add(name, $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"");
        }
    }

    private void Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _lines.Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
