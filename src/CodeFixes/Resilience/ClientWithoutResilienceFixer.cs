using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>GG2002: chains the standard resilience handler to the registration, with time limits that suit a model. Offered where the project references its package.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientWithoutResilienceFixer)), Shared]
public sealed class ClientWithoutResilienceFixer : CodeFixProvider
{
    /// <summary>The key of the fix.</summary>
    public const string AddKey = "GG2002.AddHandler";

    private const string Extensions = "Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ClientWithoutResilience);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (model?.Compilation.GetTypeByMetadataName(Extensions) is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Expression: InvocationExpressionSyntax chain })
            {
                string handler = ".AddStandardResilienceHandler" + HandlerOptions.TextAt(chain, model, text);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Add the standard resilience handler",
                        cancellationToken => TextEdits.ReplaceAsync(context.Document, new TextSpan(chain.Span.End, 0), handler, cancellationToken),
                        AddKey),
                    diagnostic);
            }
        }
    }
}
