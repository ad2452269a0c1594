using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Options;

/// <summary>The rules' options: editorconfig keys <c>dotnet_code_quality.GGxxxx.name</c>. Every option there is stands here, and nowhere else.</summary>
internal static class RuleOptions
{
    private const double DefaultShare = 50;
    private const string Count = "a whole number above 0";

    private static readonly TextOption TestKeys = new("GG1001.test_keys", "pieces of keys with commas between them");
    private static readonly RuleOption<bool> Skip = new("GG1004.skip", "'true' or 'false'", static text => bool.TryParse(text, out bool value) ? value : null);
    private static readonly RuleOption<double> Share = new("GG3005.share", "a number above 0 and at most 100", ParseShare);
    private static readonly RuleOption<int> TokensPerMinute = new("GG3008.tokens_per_minute", Count, ParseCount);
    private static readonly RuleOption<int> RequestsPerDay = new("GG3008.requests_per_day", Count, ParseCount);
    private static readonly ModelOption Classification = new("GG5005.classification");
    private static readonly ModelOption Extraction = new("GG5005.extraction");
    private static readonly ModelOption Text = new("GG5005.text");
    private static readonly RuleOption<Endpoint> EndpointClass = new("GG5007.endpoint", "'paid' or 'free'", ParseEndpoint);

    /// <summary>Every option. Rules take the default for whatever is not accepted, and GG9006 tells of it.</summary>
    public static IReadOnlyList<RuleOption> All { get; } = [TestKeys, Skip, Share, TokensPerMinute, RequestsPerDay, Classification, Extraction, Text, EndpointClass];

    /// <summary>GG3005.share: from which share of the window on a constant prompt is large, in percent, more than 0 and at most 100; 50 unless set.</summary>
    public static double GetPromptShare(AnalyzerOptions options, SyntaxTree tree) => Share.Get(Of(options, tree)) ?? DefaultShare;

    /// <summary>GG3008.tokens_per_minute: the input tokens a minute that the project has; null unless set.</summary>
    public static int? GetTokensPerMinute(AnalyzerOptions options, SyntaxTree tree) => TokensPerMinute.Get(Of(options, tree));

    /// <summary>GG3008.requests_per_day: the requests a day that the project has; null unless set.</summary>
    public static int? GetRequestsPerDay(AnalyzerOptions options, SyntaxTree tree) => RequestsPerDay.Get(Of(options, tree));

    /// <summary>GG5005.classification: the model for truth values and enums; null unless set.</summary>
    public static string? GetClassificationModel(AnalyzerOptions options, SyntaxTree tree) => Classification.Find(Of(options, tree));

    /// <summary>GG5005.extraction: the model for other types; null unless set.</summary>
    public static string? GetExtractionModel(AnalyzerOptions options, SyntaxTree tree) => Extraction.Find(Of(options, tree));

    /// <summary>GG5005.text: the model for strings; null unless set.</summary>
    public static string? GetTextModel(AnalyzerOptions options, SyntaxTree tree) => Text.Find(Of(options, tree));

    /// <summary>GG5007.endpoint: null, unknown, unless set to one of them.</summary>
    public static Endpoint? GetEndpoint(AnalyzerOptions options, SyntaxTree tree) => EndpointClass.Get(Of(options, tree));

    /// <summary>GG1004.skip: <c>true</c>, in a section of the <c>.editorconfig</c> that a file belongs to, leaves the file out.</summary>
    public static bool IsSkipped(AnalyzerOptions options, AdditionalText file) => Skip.Get(options.AnalyzerConfigOptionsProvider.GetOptions(file)) == true;

    /// <summary>GG1001.test_keys: pieces of texts, with commas between them, that mark a key as a test's own; none unless set.</summary>
    public static bool IsTestKey(AnalyzerOptions options, SyntaxTree tree, string key) => IsTestKey(Of(options, tree), key);

    /// <summary>The same for the files that an object with options stands for.</summary>
    public static bool IsTestKey(AnalyzerConfigOptions options, string key)
        => TestKeys.Find(options) is { } marks && Array.Exists(marks.Split(','), mark => mark.Trim() is { Length: > 0 } piece && key.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0);

    private static AnalyzerConfigOptions Of(AnalyzerOptions options, SyntaxTree tree) => options.AnalyzerConfigOptionsProvider.GetOptions(tree);

    private static double? ParseShare(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is > 0 and <= 100 ? share : null;

    private static int? ParseCount(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    private static Endpoint? ParseEndpoint(string text) => text.ToLowerInvariant() switch
    {
        "paid" => Endpoint.Paid,
        "free" => Endpoint.Free,
        _ => null,
    };
}
