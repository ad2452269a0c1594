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
        => options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("dotnet_code_quality.GG3005.share", out string? text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share)
            && share is > 0 and <= 100
                ? share
                : DefaultShare;

    /// <summary>GG1004.skip: <c>true</c>, in a section of the <c>.editorconfig</c> that a file belongs to, leaves the file out.</summary>
    public static bool IsSkipped(AnalyzerOptions options, AdditionalText file)
        => options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue("dotnet_code_quality.GG1004.skip", out string? value)
            && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
