using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2004: a retry that does not wait between its attempts, or never gives up.</summary>
internal static class RetryWithoutWaitRule
{
    /// <summary>Checks the loop, or the pipeline, around a call.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (RetryAround.LoopOf(call.Syntax) is { } loop)
        {
            if (!RetryAround.IsForFailure(loop, call.Syntax))
            {
                return;
            }

            var waits = new RetryWaits(call, loop, cancellationToken);
            bool waitsBetween = waits.MayWait();
            if (!waitsBetween || !waits.MayEnd())
            {
                DiagnosticDescriptor descriptor = waitsBetween ? Descriptors.RetryWithoutLimit : Descriptors.RetryWithoutWait;
                report(Diagnostic.Create(descriptor, loop.GetFirstToken().GetLocation(), RetryShapes.NameOf(call.Syntax)));
            }

            return;
        }

        foreach (InvocationExpressionSyntax maker in RetryAround.PipelineOf(call, cancellationToken))
        {
            if (maker.SyntaxTree == call.Syntax.SyntaxTree && DescriptorOf(maker, call.Model, cancellationToken) is { } descriptor && maker.Expression is MemberAccessExpressionSyntax member)
            {
                report(Diagnostic.Create(descriptor, member.Name.GetLocation(), RetryShapes.NameOf(call.Syntax)));
            }
        }
    }

    private static DiagnosticDescriptor? DescriptorOf(InvocationExpressionSyntax maker, SemanticModel model, CancellationToken cancellationToken) => RetryShapes.NameOf(maker) switch
    {
        "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync" => Descriptors.RetryWithoutWait,
        "WaitAndRetryForever" or "WaitAndRetryForeverAsync" => Descriptors.RetryWithoutLimit,
        "AddRetry" => OfOptions(maker, model, cancellationToken),
        _ => null,
    };

    // "Delay = TimeSpan.Zero", "MaxRetryAttempts = int.MaxValue"; without them there are three attempts and a wait.
    private static DiagnosticDescriptor? OfOptions(InvocationExpressionSyntax maker, SemanticModel model, CancellationToken cancellationToken)
    {
        DiagnosticDescriptor? found = null;
        foreach (AssignmentExpressionSyntax option in maker.ArgumentList.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            string? name = (option.Left as IdentifierNameSyntax)?.Identifier.ValueText;
            if (name is "DelayGenerator")
            {
                return null;
            }

            if (name is "Delay" && option.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Zero" })
            {
                found = Descriptors.RetryWithoutWait;
            }
            else if (name is "MaxRetryAttempts" && model.GetConstantValue(option.Right, cancellationToken) is { HasValue: true, Value: int.MaxValue })
            {
                found = Descriptors.RetryWithoutLimit;
            }
        }

        return found;
    }
}
