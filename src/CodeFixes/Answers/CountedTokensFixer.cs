using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4009: the package's estimator in place of the count. Not offered without the package, or where the number has decimals, which other code may mind.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountedTokensFixer)), Shared]
public sealed class CountedTokensFixer : TextFixer
{
    private const string Estimator = "GeminiGen.TokenEstimator";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.CountedTokens);

    private protected override string Key => "GG4009.Estimate";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax count
            || diagnostic.AdditionalLocations is not [{ } counted, ..]
            || model.GetTypeInfo(count, cancellationToken).Type?.SpecialType != SpecialType.System_Int32
            || model.Compilation.GetTypeByMetadataName(Estimator) is not { DeclaredAccessibility: Accessibility.Public })
        {
            return null;
        }

        string estimator = model.LookupNamespacesAndTypes(count.SpanStart, name: "TokenEstimator").Length > 0 ? "TokenEstimator" : Estimator;
        return new TextFix("Use 'TokenEstimator.Estimate'", new TextChange(count.Span, $"{estimator}.Estimate({text.ToString(counted.SourceSpan)})"));
    }
}
