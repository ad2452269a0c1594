using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0012: removes what has no effect, or puts the attribute there that has the effect meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConflictingAttributesFixer)), Shared]
public sealed class ConflictingAttributesFixer : ContractFixer
{
    /// <summary>The key of the fix that removes.</summary>
    public const string RemoveKey = "GG0012.Remove";

    /// <summary>The key of the fix that names an enum's member for JSON.</summary>
    public const string RenameKey = "GG0012.Rename";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ConflictingAttributes);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan);
        if (node is AttributeSyntax attribute)
        {
            if (diagnostic.Properties.TryGetValue(ContractIssueProperties.EnumMemberName, out string? name) && name is not null)
            {
                Register("Use [JsonStringEnumMemberName]", RenameKey, root.ReplaceNode(attribute, NameForJson(attribute, name)));
            }

            SyntaxNode removed = attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : attribute;
            Register($"Remove [{attribute.Name}]", RemoveKey, Remove(root, removed));
        }
        else if (node is AttributeArgumentSyntax { NameEquals: { } set })
        {
            Register($"Remove '{set.Name}'", RemoveKey, Remove(root, node));
        }

        return Task.CompletedTask;

        void Register(string title, string key, SyntaxNode changed)
            => context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), key), diagnostic);
    }

    /// <summary>What stands before an attribute, comments and line breaks, stays before what follows.</summary>
    private static SyntaxNode Remove(SyntaxNode root, SyntaxNode node)
    {
        if (node is not AttributeListSyntax { Parent: { } owner } list || owner.GetFirstToken() != list.OpenBracketToken)
        {
            return root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!;
        }

        SyntaxTriviaList before = list.GetLeadingTrivia();
        SyntaxToken next = list.GetLastToken().GetNextToken();
        SyntaxNode moved = root.ReplaceToken(next, next.WithLeadingTrivia(before));
        return moved.RemoveNode(moved.FindNode(list.Span).FirstAncestorOrSelf<AttributeListSyntax>()!, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static AttributeSyntax NameForJson(AttributeSyntax attribute, string name)
        => SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::System.Text.Json.Serialization.JsonStringEnumMemberName").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name))))))
            .WithTriviaFrom(attribute);
}
