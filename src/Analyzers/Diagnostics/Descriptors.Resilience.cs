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

    /// <summary>GG2002.</summary>
    public static readonly DiagnosticDescriptor ClientWithoutResilience = DescriptorFactory.Create(
        DiagnosticIds.ClientWithoutResilience,
        "Registered client without resilience",
        "The client '{0}' is registered for a model without a handler that repeats requests, and nothing that uses it repeats them: add one, for example by AddStandardResilienceHandler",
        DiagnosticSeverity.Warning,
        "A handler at the registration repeats 429 and 503 for every call of the client, in one place.");

    /// <summary>GG2003.</summary>
    public static readonly DiagnosticDescriptor ShortTimeLimits = DescriptorFactory.Create(
        DiagnosticIds.ShortTimeLimits,
        "Standard time limits too short for a model",
        "'{0}' gives an attempt 10 seconds and the whole call 30, and a model often takes longer: set AttemptTimeout and TotalRequestTimeout",
        DiagnosticSeverity.Warning,
        "The limits of the standard handlers are made for small web calls. A model that thinks, reads a document or writes a long answer is cut off, asked again, and paid for each time.");

    /// <summary>GG2003 for the limit of the client itself.</summary>
    public static readonly DiagnosticDescriptor ShortClientTimeout = DescriptorFactory.Create(
        DiagnosticIds.ShortTimeLimits,
        "Standard time limits too short for a model",
        "'Timeout' gives '{0}' {1} seconds, and a model often takes longer: allow minutes",
        DiagnosticSeverity.Warning,
        "The limits of the standard handlers are made for small web calls. A model that thinks, reads a document or writes a long answer is cut off, asked again, and paid for each time.");

    /// <summary>GG2003 for a limit of the client that suits models, but none that thinks.</summary>
    public static readonly DiagnosticDescriptor ShortTimeoutForThinking = DescriptorFactory.Create(
        DiagnosticIds.ShortTimeLimits,
        "Standard time limits too short for a model",
        "'Timeout' gives '{0}' {1} seconds, and '{2}' thinks before it answers, which often takes longer: allow minutes",
        DiagnosticSeverity.Warning,
        "The limits of the standard handlers are made for small web calls. A model that thinks, reads a document or writes a long answer is cut off, asked again, and paid for each time.");

    /// <summary>GG2004 for a missing wait.</summary>
    public static readonly DiagnosticDescriptor RetryWithoutWait = DescriptorFactory.Create(
        DiagnosticIds.RetryWithoutWait,
        "Retry without wait or limit",
        "'{0}' is repeated without a wait between the attempts: wait longer after each failure",
        DiagnosticSeverity.Warning,
        "Attempts without a wait use up the quota that the first one ran out of, and an endless retry hides that the service is down.");

    /// <summary>GG2004 for a missing limit.</summary>
    public static readonly DiagnosticDescriptor RetryWithoutLimit = DescriptorFactory.Create(
        DiagnosticIds.RetryWithoutWait,
        "Retry without wait or limit",
        "'{0}' is repeated for ever when it keeps failing: limit the attempts",
        DiagnosticSeverity.Warning,
        "Attempts without a wait use up the quota that the first one ran out of, and an endless retry hides that the service is down.");

    /// <summary>GG2005.</summary>
    public static readonly DiagnosticDescriptor PermanentErrorRetried = DescriptorFactory.Create(
        DiagnosticIds.PermanentErrorRetried,
        "Retry of a permanent error",
        "'{0}' is repeated after every failure, even after 400, 401, 403 and 404, which come again each time: repeat only 408, 429 and 5xx",
        DiagnosticSeverity.Warning,
        "A wrong key, a wrong request and an unknown model fail the same way each time: repeating them costs time and quota, and the error is found late.");

    /// <summary>GG2006.</summary>
    public static readonly DiagnosticDescriptor StackedRetry = DescriptorFactory.Create(
        DiagnosticIds.StackedRetry,
        "Retry stacked on retry",
        "'{0}' is repeated here and by {1} itself, so that attempts multiply: leave it to one of them",
        DiagnosticSeverity.Warning,
        "Three attempts around three are nine: under load the service is asked more often, not less, and the caller waits many times as long.");

    /// <summary>GG2007.</summary>
    public static readonly DiagnosticDescriptor RetryAfterStreamBegan = DescriptorFactory.Create(
        DiagnosticIds.RetryAfterStreamBegan,
        "Retry after a stream began",
        "'{0}' is repeated after parts of its answer went out by '{1}', so that readers get them twice: repeat only before the first part",
        DiagnosticSeverity.Error,
        "An answer that breaks off cannot be taken up again: the next attempt begins another one, and what was written of the first stays.");

    /// <summary>GG2008.</summary>
    public static readonly DiagnosticDescriptor TokenNotPassed = DescriptorFactory.Create(
        DiagnosticIds.TokenNotPassed,
        "Token not passed on",
        "'{0}' is not given '{1}': pass it, so that a caller who gives up does not go on paying",
        DiagnosticSeverity.Warning,
        "A model call takes seconds and costs money. Without the token it goes on after the caller is gone.");

    /// <summary>GG2009.</summary>
    public static readonly DiagnosticDescriptor NoTimeLimit = DescriptorFactory.Create(
        DiagnosticIds.NoTimeLimit,
        "No time limit",
        "'{0}' may take for ever: its client has no time limit, and nothing here sets one",
        DiagnosticSeverity.Info,
        "A connection that hangs holds its caller until the process ends.");

    /// <summary>GG2010.</summary>
    public static readonly DiagnosticDescriptor UnboundedParallelCalls = DescriptorFactory.Create(
        DiagnosticIds.UnboundedParallelCalls,
        "Unbounded parallel calls",
        "'{0}' is called for every item at once: limit how many run, for example by Parallel.ForEachAsync with MaxDegreeOfParallelism",
        DiagnosticSeverity.Warning,
        "A hundred items are a hundred requests in one second. The quota a minute is gone at once, and most of them fail.");

    /// <summary>GG2012.</summary>
    public static readonly DiagnosticDescriptor NoRetryInLibrary = DescriptorFactory.Create(
        DiagnosticIds.NoRetryInLibrary,
        "No retry around a model call in a library",
        "'{0}' calls {1} by a client that users of this library bring, and nothing here repeats it after 429 or 503: tell them to bring one that does, or repeat it here",
        DiagnosticSeverity.Info,
        "Whether the call is repeated depends on what the application registers, and nobody who reads this code can see it.");

    /// <summary>GG2011.</summary>
    public static readonly DiagnosticDescriptor ServerWaitIgnored = DescriptorFactory.Create(
        DiagnosticIds.ServerWaitIgnored,
        "The wait the server asked for is ignored",
        "'{0}' waits its own time after 429, and the answer to the call says how long to wait: read Retry-After, or RetryInfo in the body",
        DiagnosticSeverity.Info,
        "An answer of 429 names the time after which the quota is free again. Waiting less fails again, waiting more loses time.");
}
