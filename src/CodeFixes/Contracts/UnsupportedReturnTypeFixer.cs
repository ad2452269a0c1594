using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0002: puts a task around the return type, where that is all it needs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsupportedReturnTypeFixer)), Shared]
public sealed class UnsupportedReturnTypeFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string WrapKey = "GG0002.WrapInTask";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnsupportedReturnType);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.ContainsKey(ContractIssueProperties.WrapInTask)
            || root.FindNode(diagnostic.Location.SourceSpan) is not TypeSyntax { Parent: MethodDeclarationSyntax method } type
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || semantics.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || semantics.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1") is not { } task)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Return 'Task<{type}>'",
                cancellationToken => WrapAsync(context.Document, root, type, task.Construct(symbol.ReturnType), cancellationToken),
                WrapKey),
            diagnostic);
    }

    /// <summary>Writes the full name, for the editor to add the using it needs and then to shorten it.</summary>
    private static Task<Document> WrapAsync(Document document, SyntaxNode root, TypeSyntax type, ITypeSymbol task, CancellationToken cancellationToken)
    {
        SyntaxAnnotation added = new();
        SyntaxNode wrapped = SyntaxGenerator.GetGenerator(document)
            .TypeExpression(task)
            .WithTriviaFrom(type)
            .WithAdditionalAnnotations(Simplifier.Annotation, added);
        return ImportAdder.AddImportsAsync(document.WithSyntaxRoot(root.ReplaceNode(type, wrapped)), added, cancellationToken: cancellationToken);
    }
}
