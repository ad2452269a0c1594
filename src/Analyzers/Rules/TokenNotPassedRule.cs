using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2008: a model call, or the wait of a retry around one, that leaves out a cancellation token which is at hand.</summary>
internal static class TokenNotPassedRule
{
    /// <summary>Checks a call and the waits of the retry around it.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (TokenAt(call.Syntax, call.Model, cancellationToken) is not { } token)
        {
            return;
        }

        Check(call.Operation, token, report);
        if (RetryAround.LoopOf(call.Syntax) is { } loop)
        {
            foreach (InvocationExpressionSyntax wait in loop.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (RetryShapes.NameOf(wait) == "Delay" && call.Model.GetOperation(wait, cancellationToken) is IInvocationOperation { TargetMethod.ContainingType.Name: "Task" } delay && TokenAt(wait, call.Model, cancellationToken) == token)
                {
                    Check(delay, token, report);
                }
            }
        }
    }

    private static void Check(IInvocationOperation call, string token, Action<Diagnostic> report)
    {
        if (call.Syntax is not InvocationExpressionSyntax syntax || IsPassed(call, out string parameter, out bool isNamed))
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(TokenProperties.Token, token).Add(TokenProperties.Parameter, parameter);
        if (isNamed)
        {
            properties = properties.Add(TokenProperties.IsNamed, null);
        }

        report(Diagnostic.Create(Descriptors.TokenNotPassed, syntax.Expression.GetLocation(), properties, RetryShapes.NameOf(syntax), token));
    }

    // True as well where the method takes no token; the parameter has to be named where others before it are left out.
    private static bool IsPassed(IInvocationOperation call, out string parameter, out bool isNamed)
    {
        parameter = "cancellationToken";
        isNamed = false;
        bool isLeftOut = false;
        int leftOut = 0;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            bool isDefault = argument.ArgumentKind == ArgumentKind.DefaultValue;
            leftOut += isDefault ? 1 : 0;
            if (argument.Parameter?.Type is { Name: "CancellationToken" })
            {
                if (!isDefault)
                {
                    return true;
                }

                isLeftOut = true;
                parameter = argument.Parameter.Name;
            }
            else if (argument.Parameter?.Type is { Name: "RequestOptions" } && !isDefault)
            {
                // It brings a token of its own.
                return true;
            }
        }

        isNamed = leftOut > 1;
        return isLeftOut
            ? call.Syntax.Ancestors().OfType<InvocationExpressionSyntax>().Any(static outer => RetryShapes.NameOf(outer) is "WithCancellation" or "WaitAsync")
            : !HasOverload(call.TargetMethod.ReducedFrom ?? call.TargetMethod);
    }

    // The same parameters, and a token behind them.
    private static bool HasOverload(IMethodSymbol method)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && other.Parameters.Length == method.Parameters.Length + 1 && other.Arity == method.Arity && other.Parameters[other.Parameters.Length - 1].Type.Name == "CancellationToken"
                && method.OriginalDefinition.Parameters.Select(static parameter => parameter.Type).SequenceEqual(other.Parameters.Take(method.Parameters.Length).Select(static parameter => parameter.Type), SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    // The one parameter of that type of the nearest function that has one. Where others are made of it, or a function in between is static, nothing is said.
    private static string? TokenAt(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in call.Ancestors())
        {
            ISymbol? function = node switch
            {
                AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(node, cancellationToken).Symbol,
                LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax => model.GetDeclaredSymbol(node, cancellationToken),
                _ => null,
            };
            if (function is IMethodSymbol method)
            {
                List<IParameterSymbol> tokens = method.Parameters.Where(static parameter => parameter.Type.Name == "CancellationToken" && parameter.Name.Length > 0 && parameter.Name.Trim('_').Length > 0).ToList();
                if (tokens.Count == 1)
                {
                    return MakesOthers(node) ? null : tokens[0].Name;
                }

                if (tokens.Count > 1 || method.IsStatic && node is not BaseMethodDeclarationSyntax)
                {
                    return null;
                }
            }

            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                return null;
            }
        }

        return null;
    }

    private static bool MakesOthers(SyntaxNode function)
        => function.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText is "CancellationTokenSource" or "CreateLinkedTokenSource");
}
