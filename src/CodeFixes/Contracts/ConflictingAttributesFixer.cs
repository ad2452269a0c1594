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

    /// <summary>The key of the fix that removes a parameter.</summary>
    public const string RemoveParameterKey = "GG0012.RemoveParameter";

    /// <summary>The key of the fix that names an enum's member for JSON.</summary>
    public const string RenameKey = "GG0012.Rename";

    private static readonly FixAllProvider FixAll = new DocumentFixAllProvider(static (root, diagnostics, key)
        => key == RenameKey ? null : AttributeRemoval.Remove(root, diagnostics.Select(diagnostic => FindRemoved(root, diagnostic)).OfType<SyntaxNode>()));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ConflictingAttributes);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(ContractIssueProperties.EnumMemberName, out string? name) && name is not null && root.FindNode(diagnostic.Location.SourceSpan) is AttributeSyntax other)
        {
            Register("Use [JsonStringEnumMemberName]", RenameKey, () => root.ReplaceNode(other, NameForJson(name).WithTriviaFrom(other)));
        }

        switch (FindRemoved(root, diagnostic))
        {
            case AttributeSyntax attribute:
                Register($"Remove [{attribute.Name}]", RemoveKey, () => AttributeRemoval.Remove(root, [attribute]));
                break;
            case AttributeArgumentSyntax { NameEquals: { } set } argument:
                Register($"Remove '{set.Name}'", RemoveKey, () => AttributeRemoval.Remove(root, [argument]));
                break;
            case ParameterSyntax parameter when await Signatures.CanDropAsync(context.Document, parameter, context.CancellationToken).ConfigureAwait(false):
                Register($"Remove parameter '{parameter.Identifier.ValueText}'", RemoveParameterKey, () => AttributeRemoval.Remove(root, [parameter]));
                break;
        }

        void Register(string title, string key, Func<SyntaxNode> fix)
            => context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fix())), key), diagnostic);
    }

    /// <summary>What to remove; null where somebody else may read it, as other serializers read their attributes.</summary>
    private static SyntaxNode? FindRemoved(SyntaxNode root, Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(ContractIssueProperties.CanRemove) ? root.FindNode(diagnostic.Location.SourceSpan) : null;

    private static AttributeSyntax NameForJson(string name)
        => SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::System.Text.Json.Serialization.JsonStringEnumMemberName").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.AttributeArgument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name))))));
}
