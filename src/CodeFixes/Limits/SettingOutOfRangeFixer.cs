using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>GG3006: puts a setting into its range.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SettingOutOfRangeFixer)), Shared]
public sealed class SettingOutOfRangeFixer : ReplacedValueFixer
{
    /// <summary>The key of the fix.</summary>
    public const string SetKey = "GG3006.Set";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.SettingOutOfRange);

    private protected override string Key => SetKey;
}
