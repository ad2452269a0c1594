using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0004: adds a prompt that names every parameter, for the author to write the rest.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MethodWithoutPromptFixer)), Shared]
public sealed class MethodWithoutPromptFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string AddPromptKey = "GG0004.AddPrompt";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.MethodWithoutPrompt);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is not MethodDeclarationSyntax method
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || semantics.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        string template = GetTemplate(symbol);
        context.RegisterCodeFix(
            CodeAction.Create(
                "Add [Prompt]",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, AddPrompt(method, template)))),
                AddPromptKey),
            diagnostic);
    }

    /// <summary>The placeholders, and the method's name where there is no parameter: an empty prompt would be the next error.</summary>
    private static string GetTemplate(IMethodSymbol method)
    {
        List<string> placeholders = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            bool isToken = parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };
            if (!isToken && parameter.RefKind == RefKind.None)
            {
                placeholders.Add("{" + parameter.Name + "}");
            }
        }

        return placeholders.Count == 0 ? method.Name : string.Join("\n", placeholders);
    }

    private static MethodDeclarationSyntax AddPrompt(MethodDeclarationSyntax method, string template)
    {
        AttributeSyntax attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::GeminiGen.Prompt").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(template))))));
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(method.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return method.WithoutLeadingTrivia()
            .WithAttributeLists(method.AttributeLists.Count == 0
                ? SyntaxFactory.SingletonList(list)
                : method.WithoutLeadingTrivia().AttributeLists.Insert(0, list))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
