using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>The addresses that a relative one may go behind: those a file sets as <c>BaseAddress</c>.</summary>
internal static class BaseAddresses
{
    private const string Property = "BaseAddress";

    /// <summary>The base addresses of the client that is called with a text; where it is not known by name, those of every client of the file.</summary>
    public static IReadOnlyList<ExpressionSyntax> Of(ExpressionSyntax text)
    {
        string? client = text.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } receiver } } } ? LocalTexts.NameOf(receiver) : null;
        List<ExpressionSyntax> all = [];
        List<ExpressionSyntax> own = [];
        foreach (SyntaxNode node in text.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && NameOf(assignment.Left) == Property)
            {
                all.Add(AddressIn(assignment.Right));
                if (client is not null && ClientOf(assignment) == client)
                {
                    own.Add(AddressIn(assignment.Right));
                }
            }
        }

        return own.Count > 0 ? own : all;
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    // "new Uri("…")"
    private static ExpressionSyntax AddressIn(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } address }, ..] } ? address : value;

    // "client.BaseAddress = …", "client = new HttpClient { BaseAddress = … }"
    private static string? ClientOf(AssignmentExpressionSyntax assignment) => assignment switch
    {
        { Left: MemberAccessExpressionSyntax { Expression: { } client } } => LocalTexts.NameOf(client),
        { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } } } => variable.Identifier.ValueText,
        { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } } } } => property.Identifier.ValueText,
        { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: { } target } } } } => LocalTexts.NameOf(target),
        _ => null,
    };
}
