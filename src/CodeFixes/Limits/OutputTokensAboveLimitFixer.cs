using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>GG3002: sets the output tokens to the model's limit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputTokensAboveLimitFixer)), Shared]
public sealed class OutputTokensAboveLimitFixer : ReplacedValueFixer
{
    /// <summary>The key of the fix.</summary>
    public const string SetKey = "GG3002.Set";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.OutputTokensAboveLimit);

    private protected override string Key => SetKey;
}
