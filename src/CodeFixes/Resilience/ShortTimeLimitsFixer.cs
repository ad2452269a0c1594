using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>GG2003: sets time limits that suit a model. Not offered for the hedging handler, whose limits are set elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShortTimeLimitsFixer)), Shared]
public sealed class ShortTimeLimitsFixer : CodeFixProvider
{
    /// <summary>The key of the fix.</summary>
    public const string SetKey = "GG2003.SetLimits";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ShortTimeLimits);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindToken(diagnostic.Location.SourceSpan.Start) is { ValueText: "AddStandardResilienceHandler", Parent.Parent.Parent: InvocationExpressionSyntax call } && model is not null)
            {
                TextSpan arguments = call.ArgumentList.Span;
                string options = HandlerOptions.TextAt(call, model, text);
                context.RegisterCodeFix(
                    CodeAction.Create("Set time limits that suit a model", cancellationToken => TextEdits.ReplaceAsync(context.Document, arguments, options, cancellationToken), SetKey),
                    diagnostic);
            }
        }
    }
}
