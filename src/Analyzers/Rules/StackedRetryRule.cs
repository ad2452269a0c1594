using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2006: a retry around a client that repeats by itself: attempts multiply, and so do the waits, the cost and the load.</summary>
internal static class StackedRetryRule
{
    /// <summary>Checks the loop, or the pipeline, around a call.</summary>
    public static void Check(ModelCall call, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (call.Origin.Kind != ClientOriginKind.Retrying || (call.Sender == ModelSenders.Contracts && IsTurnedOff(call, project, cancellationToken)))
        {
            return;
        }

        Location? location = null;
        if (RetryAround.LoopOf(call.Syntax) is { } loop)
        {
            // Only a loop that catches the failure of the call repeats what its client has repeated; one that asks until it likes the answer does not.
            location = RetryAround.CatchesIn(loop, call.Syntax).Any(IsOfCall) ? loop.GetFirstToken().GetLocation() : null;
        }
        else if (RetryAround.PipelineOf(call, cancellationToken).FirstOrDefault(IsRetry) is { Expression: MemberAccessExpressionSyntax member } && member.SyntaxTree == call.Syntax.SyntaxTree)
        {
            location = member.Name.GetLocation();
        }

        if (location is not null)
        {
            report(Diagnostic.Create(Descriptors.StackedRetry, location, RetryShapes.NameOf(call.Syntax), call.Sender!.Name));
        }
    }

    // Failures of the caller's own, such as an answer it cannot read, are no business of the client's.
    private static bool IsOfCall(CatchClauseSyntax clause)
        => clause.Declaration?.Type.ToString().Split('.').Last() is null or "Exception" or "HttpRequestException" or "ClientResultException" or "RequestFailedException" or "GeminiException"
            or "GeminiApiException" or "AnthropicException" or "AnthropicApiException" or "AnthropicRateLimitException";

    private static bool IsRetry(InvocationExpressionSyntax maker)
        => RetryShapes.NameOf(maker) is "AddRetry" or "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync" or "WaitAndRetry" or "WaitAndRetryAsync" or "WaitAndRetryForever" or "WaitAndRetryForeverAsync";

    private static bool IsTurnedOff(ModelCall call, ProjectFacts project, CancellationToken cancellationToken) => project.TurnsRetryOff(cancellationToken) || IsTurnedOff(call.Operation.TargetMethod) || IsTurnedOff(call.Operation.TargetMethod.ContainingType);

    private static bool IsTurnedOff(ISymbol symbol)
        => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == WellKnownNames.RetryAttribute
            && attribute.NamedArguments.Any(static argument => argument is { Key: WellKnownNames.MaxAttempts, Value.Value: 1 }));
}
