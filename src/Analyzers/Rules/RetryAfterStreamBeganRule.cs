using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2007: a retry around the parts of an answer that are already given out: whoever reads them gets the beginning twice.</summary>
internal static class RetryAfterStreamBeganRule
{
    /// <summary>Checks a call whose answer comes in parts.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!call.IsStream || call.Syntax.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is not { } each || each.AwaitKeyword == default || !each.Expression.Contains(call.Syntax)
            || GivenOut(each, call.Model, cancellationToken) is not { } written)
        {
            return;
        }

        // The rest of the loop, or of the delegate, may go by whether something was given out.
        SyntaxNode? retry = RetryAround.LoopOf(call.Syntax) is { } loop && RetryAround.CatchesIn(loop, call.Syntax).Any() ? loop
            : RetryAround.PipelineOf(call, cancellationToken).Any(static maker => RetryShapes.NameOf(maker)?.IndexOf("Retry", StringComparison.Ordinal) >= 0) ? each.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>()
            : AttemptBehindLabel(call.Syntax);
        if (retry is not null && !KnowsOfBeginning(retry, each))
        {
            report(Diagnostic.Create(Descriptors.RetryAfterStreamBegan, each.AwaitKeyword.GetLocation(), RetryShapes.NameOf(call.Syntax), written));
        }
    }

    // "again: try { … } catch { goto again; }"
    private static TryStatementSyntax? AttemptBehindLabel(SyntaxNode call)
        => call.Ancestors().TakeWhile(static node => node is not MemberDeclarationSyntax or GlobalStatementSyntax).OfType<TryStatementSyntax>().FirstOrDefault(attempt => attempt.Block.Contains(call)
            && attempt.Catches.SelectMany(static clause => clause.DescendantNodes()).OfType<GotoStatementSyntax>().Any(jump => jump.Expression is IdentifierNameSyntax target && IsBehind(attempt, target)));

    private static bool IsBehind(TryStatementSyntax attempt, IdentifierNameSyntax target)
    {
        SyntaxNode scope = attempt.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? attempt.SyntaxTree.GetRoot();
        return scope.DescendantNodes().OfType<LabeledStatementSyntax>().Any(label => label.Identifier.ValueText == target.Identifier.ValueText && label.SpanStart <= attempt.SpanStart);
    }

    // "Console.Write(part)", "await response.WriteAsync(part)", "onPart(part)": what is gone cannot be taken back. A builder can be cleared.
    private static string? GivenOut(CommonForEachStatementSyntax each, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (InvocationExpressionSyntax invocation in each.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol method && IsGivingOut(method))
            {
                return RetryShapes.NameOf(invocation) ?? method.Name;
            }
        }

        return null;
    }

    private static bool IsGivingOut(IMethodSymbol method)
    {
        string type = method.ContainingType.Name;
        return method.MethodKind == MethodKind.DelegateInvoke
            || (method.Name.StartsWith("Write", StringComparison.Ordinal) && type is "Console" or "HttpResponseWritingExtensions" or "Stream" or "PipeWriter" or "ChannelWriter")
            || (type is "ChannelWriter" && method.Name is "TryWrite")
            || (type is "ClientProxyExtensions" && method.Name is "SendAsync")
            || (type is "IProgress" or "Progress" && method.Name is "Report");
    }

    private static bool KnowsOfBeginning(SyntaxNode retry, CommonForEachStatementSyntax each)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in each.Statement.DescendantNodes())
        {
            ExpressionSyntax? target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PostfixUnaryExpressionSyntax count => count.Operand,
                PrefixUnaryExpressionSyntax count => count.Operand,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } } => owner,
                _ => null,
            };
            if (target is IdentifierNameSyntax name)
            {
                set.Add(name.Identifier.ValueText);
            }
        }

        return retry.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => set.Contains(name.Identifier.ValueText) && !each.Statement.Contains(name) && IsTested(name, retry));
    }

    private static bool IsTested(IdentifierNameSyntax name, SyntaxNode retry)
        => name.Ancestors().TakeWhile(outer => outer != retry).Any(outer => outer is CatchFilterClauseSyntax || (outer is IfStatementSyntax test && test.Condition.Contains(name))
            || outer is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Skip" or "Clear" or "Where" } });
}
