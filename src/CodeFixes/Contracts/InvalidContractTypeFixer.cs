using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0001: makes the types around a contract partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InvalidContractTypeFixer)), Shared]
public sealed class InvalidContractTypeFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string MakePartialKey = "GG0001.MakePartial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.InvalidContractType);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(ContractIssueProperties.MakePartial)
            && root.FindNode(diagnostic.Location.SourceSpan) is BaseTypeDeclarationSyntax contract)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Make the types around the contract partial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(MakePartial(root, contract))),
                    MakePartialKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static SyntaxNode MakePartial(SyntaxNode root, BaseTypeDeclarationSyntax contract)
    {
        List<TypeDeclarationSyntax> containers = [];
        foreach (SyntaxNode ancestor in contract.Ancestors())
        {
            if (ancestor is TypeDeclarationSyntax container && !container.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                containers.Add(container);
            }
        }

        return root.ReplaceNodes(containers, static (_, container) => PartialTypes.AddPartial(container));
    }
}
