using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Options;

/// <summary>An option with a value of a type. What the rule reads and what it accepts is one function, so that the two cannot differ.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The id of the rule and the option's name.</param>
/// <param name="expected">What its value may be, in words.</param>
/// <param name="parse">Reads a value; null for what cannot be one.</param>
internal sealed class RuleOption<T>(string name, string expected, Func<string, T?> parse) : RuleOption(name, expected)
    where T : struct
{
    /// <inheritdoc/>
    public override bool Accepts(string text, ModelCatalog catalog) => parse(text) is not null;

    /// <summary>The value; null where it is not set, or not to a value that can be one.</summary>
    public T? Get(AnalyzerConfigOptions options) => Find(options) is { } text ? parse(text) : null;
}
