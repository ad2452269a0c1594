using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4012: calls through a contract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RawCallFixer)), Shared]
public sealed class RawCallFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RawCall);

    /// <summary>One at a time: each makes a contract of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override string Key => "GG4012.Contract";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
        => ContractInstead.Fix(diagnostic, root, text, model, cancellationToken);
}
