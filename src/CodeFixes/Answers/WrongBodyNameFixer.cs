using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4006: writes the name that was meant, at its exact characters. Not offered where the name stands elsewhere, or where its value would be of the wrong shape.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongBodyNameFixer)), Shared]
public sealed class WrongBodyNameFixer : TextFixer
{
    // The rule's property; the rules show none of their types.
    private const string Replacement = "Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.WrongBodyName);

    private protected override string Key => "GG4006.Rename";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
        => diagnostic.Properties.TryGetValue(Replacement, out string? name) && name is not null
            ? new TextFix($"Write '{name}'", new TextChange(diagnostic.Location.SourceSpan, name))
            : null;
}
