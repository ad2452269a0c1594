using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Options;

/// <summary>The MSBuild property <c>GeminiGenAnalyzers</c>: <c>false</c> turns every rule off but those about contracts (GG0xxx).</summary>
internal static class RuleSwitch
{
    private const string Property = "build_property.GeminiGenAnalyzers";

    /// <summary>False when the project turned the rules off.</summary>
    public static bool IsOn(AnalyzerOptions options)
        => !options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out string? value)
            || !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}
