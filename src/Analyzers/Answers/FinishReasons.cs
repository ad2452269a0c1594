using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>Whether anything in the project reads why the model stopped. Asked only where an answer is read.</summary>
internal static class FinishReasons
{
    private const string Name = "finishReason";

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Cache = new();

    /// <summary>True when a file of the project reads the finish reason. Its declaration in a class that mirrors the answer reads nothing.</summary>
    public static bool AreRead(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (!Cache.TryGetValue(tree, out StrongBox<bool>? isRead))
            {
                string text = tree.GetText(cancellationToken).ToString();
                bool found = (text.IndexOf("inish", StringComparison.Ordinal) >= 0 || text.IndexOf("INISH", StringComparison.Ordinal) >= 0) && WireName.IsIn(text, Name) && IsReadIn(tree.GetRoot(cancellationToken));
                isRead = Cache.GetValue(tree, _ => new StrongBox<bool>(found));
            }

            if (isRead.Value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReadIn(SyntaxNode root) => root.DescendantNodes(static node => node is not AttributeSyntax).Any(static node => node switch
    {
        // A type's name is no read of a value, but whoever compares with it reads one.
        IdentifierNameSyntax name => WireName.IsIn(name.Identifier.ValueText, Name) && name.Parent is not (PropertyDeclarationSyntax or ParameterSyntax or VariableDeclarationSyntax or NullableTypeSyntax),
        LiteralExpressionSyntax { Token.Value: string text } => WireName.IsIn(text, Name),
        _ => false,
    });
}
