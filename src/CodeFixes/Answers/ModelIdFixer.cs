using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>
/// GG4001, GG4013 and GG4015: writes the id that the message names in place of the marked one: in a literal of its own, in an address, or in JSON inside a string. A named constant is
/// left to who named it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModelIdFixer)), Shared]
public sealed class ModelIdFixer : TextFixer
{
    private static readonly Regex Id = new("^(?:\\\\?\"){0,2}(?:models/)?(?<id>[A-Za-z0-9.-]+)(?:\\\\?\"){0,2}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RetiredModel, DiagnosticIds.UnknownModel, DiagnosticIds.MisspeltModel);

    private protected override string Key => "GG4001.Use";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        return diagnostic.Properties.TryGetValue(ContractIssueProperties.Replacement, out string? replacement)
            && Id.Match(text.ToString(span)).Groups["id"] is { Success: true } id
            && IsInText(root, span)
            ? new TextFix($"Use '{replacement}'", new TextChange(new TextSpan(span.Start + id.Index, id.Length), replacement!))
            : null;
    }

    // "GeminiModels.Gemini20Flash" and a variable's name are spelled like ids as well.
    private static bool IsInText(SyntaxNode root, TextSpan span) => root.FindToken(span.Start).Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax;
}
