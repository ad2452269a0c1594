using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Methods that are handed a delegate with a call: whether they run it again when it fails.</summary>
internal sealed class Wrappers(Compilation compilation)
{
    // Wrappers of wrappers are followed this deep; beyond, they count as repeating.
    private const int MostWrappers = 5;

    /// <summary>True when the code around a call, or a method that is handed the call, repeats it.</summary>
    public bool AreAround(SyntaxNode call, CancellationToken cancellationToken) => AreAround(call, MostWrappers, cancellationToken);

    private bool AreAround(SyntaxNode call, int depth, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        return RetryShapes.IsRepeated(call, names) || names.Any(name => Repeats(name, depth, cancellationToken));
    }

    // What a library does with a delegate is not in sight; what a method of the project does, is.
    private bool Repeats(string name, int depth, CancellationToken cancellationToken)
    {
        if (RetryShapes.CallsOnce(name) || RetryWords.Speaks(name))
        {
            return !RetryShapes.CallsOnce(name);
        }

        bool isInSight = false;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            foreach (SyntaxNode method in TreeFacts.Of(tree, cancellationToken).MethodsOf(name))
            {
                isInSight = true;
                if (depth == 0 || RepeatsParameter(method, depth - 1, cancellationToken))
                {
                    return true;
                }
            }
        }

        return !isInSight;
    }

    private bool RepeatsParameter(SyntaxNode method, int depth, CancellationToken cancellationToken)
    {
        ParameterListSyntax? parameters = method is LocalFunctionStatementSyntax local ? local.ParameterList : (method as MethodDeclarationSyntax)?.ParameterList;
        bool isRun = false;
        foreach (ParameterSyntax parameter in parameters?.Parameters ?? default)
        {
            foreach (SyntaxNode node in method.DescendantNodes())
            {
                if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != parameter.Identifier.ValueText)
                {
                    continue;
                }

                if (RunOf(name) is not { } run)
                {
                    // Handed on, stored or returned, if it is a delegate at all.
                    if (IsDelegate(parameter.Type))
                    {
                        return true;
                    }
                }
                else if (AreAround(run, depth, cancellationToken) || Resends.AreBeside(run))
                {
                    return true;
                }
                else
                {
                    isRun = true;
                }
            }
        }

        return !isRun;
    }

    // "ask()" or "ask.Invoke()".
    private static InvocationExpressionSyntax? RunOf(IdentifierNameSyntax name) => name.Parent switch
    {
        InvocationExpressionSyntax call when call.Expression == name => call,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Parent: InvocationExpressionSyntax call } member when member.Expression == name => call,
        _ => null,
    };

    private static bool IsDelegate(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText is "Func" or "Action",
        QualifiedNameSyntax qualified => IsDelegate(qualified.Right),
        NullableTypeSyntax nullable => IsDelegate(nullable.ElementType),
        _ => false,
    };
}
