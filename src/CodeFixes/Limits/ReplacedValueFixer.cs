using System.Text.RegularExpressions;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>What fixers share that write the value a rule names in place of the marked one: in an attribute, in an object, or in JSON inside a string. A named constant is left to who named it.</summary>
public abstract class ReplacedValueFixer : ContractFixer
{
    private static readonly Regex Number = new(@"^-?[0-9][0-9_]*(\.[0-9_]+)?([eE][-+]?[0-9]+)?(?<suffix>[fFdDmMlLuU]*)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Level = new(@"^(GeminiGen\.)?ThinkingLevel\.[A-Za-z]+$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly Regex Word = new("^\"[A-Za-z_]+\"$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The key of the fix.</summary>
    private protected abstract string Key { get; }

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SourceText source = root.SyntaxTree.GetText(context.CancellationToken);
        if (diagnostic.Properties.TryGetValue(ContractIssueProperties.Replacement, out string? replacement)
            && replacement is not null
            && Write(source.ToString(diagnostic.Location.SourceSpan), replacement) is { } written)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Set it to {written}",
                    _ => Task.FromResult(context.Document.WithText(source.WithChanges(new TextChange(diagnostic.Location.SourceSpan, written)))),
                    Key),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The new value in the form of the old one; null where the old one is not spelled out.</summary>
    private static string? Write(string written, string replacement)
        => Number.Match(written) is { Success: true } match ? replacement + match.Groups["suffix"].Value
            : Level.IsMatch(written) && replacement.StartsWith(WellKnownNames.ThinkingLevel + ".", StringComparison.Ordinal) ? replacement
            : Word.IsMatch(written) && replacement[0] == '"' ? replacement
            : null;
}
