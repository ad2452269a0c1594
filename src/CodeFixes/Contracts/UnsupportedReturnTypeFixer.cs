using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.ContainsKey(ContractIssueProperties.WrapInTask)
            && root.FindNode(diagnostic.Location.SourceSpan) is TypeSyntax { Parent: MethodDeclarationSyntax } type)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Return 'Task<{type}>'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(type, Wrap(type)))),
                    WrapKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The full name, which the editor shortens, adding the using it needs.</summary>
    private static QualifiedNameSyntax Wrap(TypeSyntax type)
        => SyntaxFactory.QualifiedName(
                SyntaxFactory.ParseName("global::System.Threading.Tasks"),
                SyntaxFactory.GenericName("Task").AddTypeArgumentListArguments(type.WithoutTrivia()))
            .WithTriviaFrom(type)
            .WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);
}
