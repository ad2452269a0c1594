using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0015: makes the contract partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InterfaceNotPartialFixer)), Shared]
public sealed class InterfaceNotPartialFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string MakePartialKey = "GG0015.MakePartial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.InterfaceNotPartial);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax contract)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Make the contract partial",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(contract, PartialTypes.AddPartial(contract)))),
                    MakePartialKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }
}
