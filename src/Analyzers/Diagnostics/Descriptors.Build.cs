using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about the build.</summary>
internal static partial class Descriptors
{
    /// <summary>GG9002.</summary>
    public static readonly DiagnosticDescriptor CatalogFileUnreadable = DescriptorFactory.Create(
        DiagnosticIds.CatalogFileUnreadable,
        "Model catalogue of the project cannot be read",
        "'gemini-models.json' is not in force, because something here is wrong: {0}",
        DiagnosticSeverity.Error,
        "Limits and prices the project wrote would be left out in silence, in rules and at run time.");

    /// <summary>GG9004.</summary>
    public static readonly DiagnosticDescriptor BaselineUnreadable = DescriptorFactory.Create(
        DiagnosticIds.BaselineUnreadable,
        "Baseline cannot be read",
        "'geminigen.baseline.json' accepts nothing, because something here is wrong: {0}",
        DiagnosticSeverity.Error,
        "Findings the team has accepted would be reported again, with no word of why.");

    /// <summary>GG9006.</summary>
    public static readonly DiagnosticDescriptor UnknownOptionValue = DescriptorFactory.Create(
        DiagnosticIds.UnknownOptionValue,
        "Value of an option is not known",
        "'{0} = {1}' has no effect, because its value must be {2}: correct it, or remove it for the default",
        DiagnosticSeverity.Info,
        "A rule takes its default for a value it does not know, and whoever wrote the value believes that it is in force.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
