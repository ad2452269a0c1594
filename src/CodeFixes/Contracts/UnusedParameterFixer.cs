using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0006: adds the placeholder to the prompt, removes the parameter, or marks it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnusedParameterFixer)), Shared]
public sealed class UnusedParameterFixer : ContractFixer
{
    /// <summary>The key of the fix that adds the placeholder.</summary>
    public const string AddPlaceholderKey = "GG0006.AddPlaceholder";

    /// <summary>The key of the fix that removes the parameter.</summary>
    public const string RemoveKey = "GG0006.Remove";

    /// <summary>The key of the fix that marks the parameter.</summary>
    public const string MarkKey = "GG0006.Mark";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnusedParameter);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is not ParameterSyntax { Parent: ParameterListSyntax { Parent: MethodDeclarationSyntax method } } parameter
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics)
        {
            return;
        }

        string name = parameter.Identifier.ValueText;
        if (PromptLiteral.Find(method, semantics, context.CancellationToken) is { } literal)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add '{{{name}}}' to the prompt",
                    cancellationToken => TextEdits.ReplaceAsync(context.Document, literal.End, literal.Separator + "{" + name + "}", cancellationToken),
                    AddPlaceholderKey),
                diagnostic);
        }

        if (await Signatures.CanDropAsync(context.Document, parameter, context.CancellationToken).ConfigureAwait(false))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Remove parameter '{name}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(parameter, SyntaxRemoveOptions.KeepNoTrivia)!)),
                    RemoveKey),
                diagnostic);
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                $"Mark '{name}' as [NotInPrompt]",
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(parameter, Mark(parameter)))),
                MarkKey),
            diagnostic);
    }

    private static ParameterSyntax Mark(ParameterSyntax parameter)
    {
        AttributeSyntax attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName("global::GeminiGen.NotInPrompt").WithAdditionalAnnotations(Simplifier.Annotation));
        AttributeListSyntax list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(parameter.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.Space);
        ParameterSyntax bare = parameter.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list));
    }
}
