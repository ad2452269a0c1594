using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Options;

/// <summary>The rules' options: editorconfig keys <c>dotnet_code_quality.GGxxxx.name</c>.</summary>
internal static class RuleOptions
{
    private const double DefaultShare = 50;

    /// <summary>GG3005.share: from which share of the window on a constant prompt is large, in percent, more than 0 and at most 100; 50 unless set.</summary>
    public static double GetPromptShare(AnalyzerOptions options, SyntaxTree tree)
        => Find(options, tree, "GG3005.share") is { } text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share)
            && share is > 0 and <= 100
                ? share
                : DefaultShare;

    /// <summary>GG3008.tokens_per_minute: the input tokens a minute that the project has; null unless set.</summary>
    public static int? GetTokensPerMinute(AnalyzerOptions options, SyntaxTree tree) => FindCount(options, tree, "GG3008.tokens_per_minute");

    /// <summary>GG3008.requests_per_day: the requests a day that the project has; null unless set.</summary>
    public static int? GetRequestsPerDay(AnalyzerOptions options, SyntaxTree tree) => FindCount(options, tree, "GG3008.requests_per_day");

    /// <summary>GG5005.classification, GG5005.extraction and GG5005.text: the model for tasks of a class; null unless set.</summary>
    public static string? GetModelFor(AnalyzerOptions options, SyntaxTree tree, string taskClass) => Find(options, tree, "GG5005." + taskClass);

    /// <summary>GG5007.endpoint: <c>paid</c> or <c>free</c>; null, unknown, unless set to one of them.</summary>
    public static string? GetEndpoint(AnalyzerOptions options, SyntaxTree tree)
        => Find(options, tree, "GG5007.endpoint")?.ToLowerInvariant() is "paid" or "free" ? Find(options, tree, "GG5007.endpoint")!.ToLowerInvariant() : null;

    /// <summary>GG1004.skip: <c>true</c>, in a section of the <c>.editorconfig</c> that a file belongs to, leaves the file out.</summary>
    public static bool IsSkipped(AnalyzerOptions options, AdditionalText file)
        => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue("dotnet_code_quality.GG1004.skip", out string? value)
            && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>GG1001.test_keys: pieces of texts, with commas between them, that mark a key as a test's own; none unless set.</summary>
    public static bool IsTestKey(AnalyzerOptions options, SyntaxTree tree, string key)
    {
        if (Find(options, tree, "GG1001.test_keys") is not { } marks)
        {
            return false;
        }

        foreach (string mark in marks.Split(','))
        {
            if (mark.Trim() is { Length: > 0 } piece && key.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int? FindCount(AnalyzerOptions options, SyntaxTree tree, string name)
        => int.TryParse(Find(options, tree, name), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    private static string? Find(AnalyzerOptions options, SyntaxTree tree, string name)
        => options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("dotnet_code_quality." + name, out string? text) && text.Trim().Length > 0 ? text.Trim() : null;
}
