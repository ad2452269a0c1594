using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0007, where there is no doubt: doubles a brace that stands alone, removes white space from a placeholder, writes the member that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TemplateSyntaxErrorFixer)), Shared]
public sealed class TemplateSyntaxErrorFixer : ReplacementFixer
{
    /// <summary>The key of the fix.</summary>
    public const string ReplaceKey = "GG0007.Replace";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.TemplateSyntaxError);

    private protected override string Key => ReplaceKey;
}
