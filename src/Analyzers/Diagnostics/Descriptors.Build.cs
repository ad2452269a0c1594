using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about the build.</summary>
internal static partial class Descriptors
{
    private const string StaleLockTitle = "Prompt lock is stale";
    private const string StaleLockReason = "The file shows reviewers what contracts send. When it is stale, a change of a prompt passes unseen.";

    /// <summary>GG9002.</summary>
    public static readonly DiagnosticDescriptor CatalogFileUnreadable = DescriptorFactory.Create(
        DiagnosticIds.CatalogFileUnreadable,
        "Model catalogue of the project cannot be read",
        "'gemini-models.json' is not in force, because something here is wrong: {0}",
        DiagnosticSeverity.Error,
        "Limits and prices the project wrote would be left out in silence, in rules and at run time.");

    /// <summary>GG9003, for a row that says something else.</summary>
    public static readonly DiagnosticDescriptor LockRowStale = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'{0}' sends something else than 'geminigen.lock.json' has ({1}): run 'geminigen lock', look at what it changes, and commit it",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>GG9003, for a method without a row.</summary>
    public static readonly DiagnosticDescriptor LockRowMissing = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'{0}' is not in 'geminigen.lock.json': run 'geminigen lock', look at what it adds, and commit it",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>GG9003, for a row without a method.</summary>
    public static readonly DiagnosticDescriptor LockRowLeftOver = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'{0}' is in 'geminigen.lock.json' and in no contract: run 'geminigen lock', look at what it removes, and commit it",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>GG9003, for a project without the file.</summary>
    public static readonly DiagnosticDescriptor LockFileMissing = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'geminigen.lock.json' is not beside the project, so nothing is compared: run 'geminigen lock', and commit what it writes",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>GG9003, for a file that is none.</summary>
    public static readonly DiagnosticDescriptor LockFileUnreadable = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'geminigen.lock.json' cannot be read, so nothing is compared ({0}): run 'geminigen lock', which writes it anew",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>GG9003, for a file of a newer tool.</summary>
    public static readonly DiagnosticDescriptor LockFileNewer = DescriptorFactory.Create(
        DiagnosticIds.PromptLockStale,
        StaleLockTitle,
        "'geminigen.lock.json' is of version {0}, which this package cannot read, so nothing is compared: update the package 'GeminiGen'",
        DiagnosticSeverity.Warning,
        StaleLockReason,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

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
