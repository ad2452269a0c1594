using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4005: calls through a contract with a typed answer. Offered where the method does nothing else than ask and parse.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StrippedFencesFixer)), Shared]
public sealed class StrippedFencesFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.StrippedFences);

    /// <summary>One at a time: each makes a contract of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override string Key => "GG4005.Contract";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
        => ContractInstead.Fix(diagnostic, root, text, model, cancellationToken);
}
