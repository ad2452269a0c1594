using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Options;

/// <summary>An option of a rule: an editorconfig key <c>dotnet_code_quality.GGxxxx.name</c>.</summary>
/// <param name="name">The id of the rule and the option's name.</param>
/// <param name="expected">What its value may be, in words.</param>
internal abstract class RuleOption(string name, string expected)
{
    /// <summary>The whole key.</summary>
    public string Key { get; } = "dotnet_code_quality." + name;

    /// <summary>What the value may be, in words.</summary>
    public string Expected { get; } = expected;

    /// <summary>Whether a text may be the value.</summary>
    public abstract bool Accepts(string text, ModelCatalog catalog);

    /// <summary>What the option is set to; null where it is not set, or set to nothing.</summary>
    public string? Find(AnalyzerConfigOptions options) => options.TryGetValue(Key, out string? text) && text.Trim() is { Length: > 0 } value ? value : null;
}
