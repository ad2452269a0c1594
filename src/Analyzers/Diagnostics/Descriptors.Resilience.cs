using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about resilience.</summary>
internal static partial class Descriptors
{
    private const string NoRetryTitle = "No retry around a model call";
    private const string NoRetryDescription =
        "Gemini answers 429 and 503 in everyday use, under load and at the edge of a quota; a call that is not repeated after a wait fails for reasons that pass.";

    /// <summary>GG2001 for a call by <c>HttpClient</c>.</summary>
    public static readonly DiagnosticDescriptor NoRetryAroundCall = DescriptorFactory.Create(
        DiagnosticIds.NoRetry,
        NoRetryTitle,
        "'{0}' calls the Gemini API and nothing repeats it after 429 or 503: call through a contract, or add a resilience handler to the client",
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
