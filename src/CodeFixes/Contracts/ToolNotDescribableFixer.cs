using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0017: gives a function a name that the API takes. The method keeps its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToolNotDescribableFixer)), Shared]
public sealed class ToolNotDescribableFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string RenameKey = "GG0017.Rename";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ToolNotDescribable);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(ContractIssueProperties.ToolName, out string? name)
            || name is null
            || root.FindNode(diagnostic.Location.SourceSpan) is not MethodDeclarationSyntax method
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || FindTool(method, semantics, context.CancellationToken) is not { } tool)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Call it '{name}'",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(tool, SetName(tool, name)))),
                RenameKey),
            diagnostic);
    }

    private static AttributeSyntax? FindTool(MethodDeclarationSyntax method, SemanticModel semantics, CancellationToken cancellationToken)
    {
        foreach (AttributeSyntax attribute in method.AttributeLists.SelectMany(static list => list.Attributes))
        {
            bool isTool = semantics.GetSymbolInfo(attribute, cancellationToken).Symbol?.ContainingType is
            {
                Name: WellKnownNames.ToolAttribute,
                ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true },
            };
            if (isTool)
            {
                return attribute;
            }
        }

        return null;
    }

    private static AttributeSyntax SetName(AttributeSyntax tool, string name)
    {
        LiteralExpressionSyntax value = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        AttributeArgumentSyntax? known = tool.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.Name);
        if (known is not null)
        {
            return tool.ReplaceNode(known.Expression, value.WithTriviaFrom(known.Expression));
        }

        SyntaxToken equals = SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsToken, [SyntaxFactory.Space]);
        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(WellKnownNames.Name), equals), null, value);
        return tool.ArgumentList is { Arguments.Count: > 0 } list
            ? tool.WithArgumentList(list.AddArguments(added.WithLeadingTrivia(SyntaxFactory.Space)))
            : tool.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(added)));
    }
}
