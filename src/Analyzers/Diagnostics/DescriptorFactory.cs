using GeminiGen.Analyzers.Texts;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Makes every descriptor: category and help link follow from the id, so they cannot disagree with it.</summary>
internal static class DescriptorFactory
{
    private const string HelpLinkFormat = "https://github.com/geminigen/geminigen/blob/main/docs/rules/{0}.md";

    /// <summary>Creates the descriptor of a rule.</summary>
    /// <param name="id">An id of <see cref="DiagnosticIds"/>.</param>
    /// <param name="title">What the rule is about, without values.</param>
    /// <param name="messageFormat">One sentence: what is wrong, where, what to do.</param>
    /// <param name="severity">The severity without configuration.</param>
    /// <param name="description">Why it matters, in one or two sentences.</param>
    /// <param name="isEnabledByDefault">False for rules one has to ask for.</param>
    /// <param name="customTags">Tags of <see cref="WellKnownDiagnosticTags"/>.</param>
    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        DiagnosticSeverity severity,
        string description,
        bool isEnabledByDefault = true,
        params string[] customTags)
        => new(
            id,
            new RuleText(title),
            new RuleText(messageFormat),
            GetCategory(id),
            severity,
            isEnabledByDefault,
            new RuleText(description),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLinkFormat, id),
            customTags);

    /// <summary>The category of an id, by its range.</summary>
    internal static string GetCategory(string id) => id[2] switch
    {
        '0' => "GeminiGen.Contracts",
        '1' => "GeminiGen.Keys",
        '2' => "GeminiGen.Resilience",
        '3' => "GeminiGen.Limits",
        '4' => "GeminiGen.Answers",
        '5' => "GeminiGen.PrivacyAndCost",
        '9' => "GeminiGen.Build",
        _ => throw new System.ArgumentOutOfRangeException(nameof(id), id, "Unknown range of rule ids."),
    };
}
