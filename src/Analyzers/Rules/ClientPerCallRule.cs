using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4010: an HTTP client is made for each call of a model, or for each object that calls one.</summary>
internal static class ClientPerCallRule
{
    /// <summary>Checks the requests of a file that are sent by hand. A client is told once, however many calls use it.</summary>
    public static void Check(IReadOnlyList<ModelCall> calls, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (ModelCall call in calls)
        {
            if (ClientCreation.Find(call, cancellationToken) is { } creation && seen.Add(creation.Node) && IsFault(creation, call, cancellationToken))
            {
                report(creation.Holder is { } holder
                    ? Diagnostic.Create(Descriptors.ClientPerObject, creation.Node.GetLocation(), holder.ContainingType.Name)
                    : Diagnostic.Create(Descriptors.ClientPerCall, creation.Node.GetLocation()));
            }
        }
    }

    private static bool IsFault(ClientCreation creation, ModelCall call, CancellationToken cancellationToken)
        => creation.Holder is null
            ? !RunsOnce(creation.Node)
            : !SingleObjects.Are(creation.Holder.ContainingType, call.Model.Compilation, cancellationToken);

    // The start of the program runs once, but for its loops and for what it hands to others.
    private static bool RunsOnce(SyntaxNode creation)
    {
        foreach (SyntaxNode ancestor in creation.Ancestors())
        {
            switch (ancestor)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case MethodDeclarationSyntax method:
                    return method.Identifier.ValueText == "Main";
                case BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax:
                    return false;
                case FieldDeclarationSyntax or CompilationUnitSyntax:
                    return true;
            }
        }

        return true;
    }
}
