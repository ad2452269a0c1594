using System.Collections.Immutable;
using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0018: writes the placeholder as templates here have it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ForeignPlaceholderFixer)), Shared]
public sealed class ForeignPlaceholderFixer : ReplacementFixer
{
    /// <summary>The key of the fix.</summary>
    public const string ConvertKey = "GG0018.Convert";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ForeignPlaceholder);

    private protected override string Key => ConvertKey;

    /// <summary>All that is meant alike is converted together: once one is converted, the others would look as if they were meant.</summary>
    private protected override IEnumerable<TextChange> GetChanges(LiteralExpressionSyntax literal, Diagnostic diagnostic, string replacement)
    {
        foreach (string path in diagnostic.Properties[ContractIssueProperties.Paths]!.Split(',').Distinct())
        {
            string name = Regex.Escape(path);
            foreach (Match match in Regex.Matches(literal.Token.Text, @"(?<!\{)\{\{\s*\$?" + name + @"\s*\}\}(?!\})|\$\{" + name + @"\}", RegexOptions.CultureInvariant))
            {
                yield return new TextChange(new TextSpan(literal.SpanStart + match.Index, match.Length), "{" + path + "}");
            }
        }
    }
}
