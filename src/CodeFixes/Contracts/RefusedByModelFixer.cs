using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0013: removes the setting, or the tool of the API, that the model does not take. What the method is about, its answer or its media, is not for a fix to remove.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefusedByModelFixer)), Shared]
public sealed class RefusedByModelFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string RemoveKey = "GG0013.Remove";

    private static readonly FixAllProvider FixAll = new DocumentFixAllProvider(static (root, diagnostics, _)
        => AttributeRemoval.Remove(root, diagnostics.Select(diagnostic => FindRemoved(root, diagnostic)).OfType<SyntaxNode>()));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RefusedByModel);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (FindRemoved(root, diagnostic) is { } removed)
        {
            string name = removed is AttributeSyntax attribute ? $"[{attribute.Name}]" : $"'{((AttributeArgumentSyntax)removed).NameEquals!.Name}'";
            context.RegisterCodeFix(
                CodeAction.Create("Remove " + name, _ => Task.FromResult(context.Document.WithSyntaxRoot(AttributeRemoval.Remove(root, [removed]))), RemoveKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>A mark at a setting is on its value, one at a tool on its attribute. A model of the method's own that does not take what the contract sets has no name before it.</summary>
    private static SyntaxNode? FindRemoved(SyntaxNode root, Diagnostic diagnostic) => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) switch
    {
        AttributeSyntax attribute => attribute,
        IdentifierNameSyntax { Parent: AttributeSyntax { ArgumentList: null } attribute } => attribute,
        { Parent: AttributeArgumentSyntax { NameEquals: not null } argument } => argument,
        _ => null,
    };
}
