using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes;

/// <summary>Fixes GG1010: writes an ellipsis in the key's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyInCommentFixer))]
[Shared]
public sealed class KeyInCommentFixer : KeyFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KeyInComment);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
        => KeyRepair.Of("Remove the key from the comment", diagnostic.Location.SourceSpan, "…");
}
