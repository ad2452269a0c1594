using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about resilience.</summary>
internal static partial class Descriptors
{
    private const string NoRetryTitle = "No retry around a model call";
    private const string NoRetryDescription =
        "Models answer 429 and 503 in everyday use, under load and at the edge of a quota; a call that is not repeated after a wait fails for reasons that pass.";

    /// <summary>GG2001 for a call that Gemini answers.</summary>
    public static readonly DiagnosticDescriptor NoRetryAroundCall = DescriptorFactory.Create(
        DiagnosticIds.NoRetry,
        NoRetryTitle,
        "'{0}' calls {1} and nothing repeats it after 429 or 503: call through a contract, or add a resilience handler to the client",
        DiagnosticSeverity.Warning,
        NoRetryDescription);

    /// <summary>GG2001 for a call that another model answers, or one that is not to be told.</summary>
    public static readonly DiagnosticDescriptor NoRetryAroundOtherCall = DescriptorFactory.Create(
        DiagnosticIds.NoRetry,
        NoRetryTitle,
        "'{0}' calls {1} and nothing repeats it after 429 or 503: add a resilience handler to the client, or turn on the retry of its options",
        DiagnosticSeverity.Warning,
        NoRetryDescription);

    /// <summary>GG2001 for our own retry turned off.</summary>
    public static readonly DiagnosticDescriptor RetryTurnedOff = DescriptorFactory.Create(
        DiagnosticIds.NoRetry,
        NoRetryTitle,
        "'{0} = 1' turns retries off and nothing else repeats the call after 429 or 503: allow at least 2 attempts",
        DiagnosticSeverity.Warning,
        NoRetryDescription);
}
