using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1010: a key stands in a comment or in code that is switched off. The file's characters are searched once; where one of them stands is asked only for a key.</summary>
internal static class CommentKeyRule
{
    /// <summary>Visits a file.</summary>
    public static void Check(KeyFile file)
    {
        SyntaxTree tree = file.SemanticModel.SyntaxTree;
        string text = tree.GetText(file.CancellationToken).ToString();
        for (int start = 0; KeyShapes.TryFind(text, start, out KeyMatch match); start = match.End)
        {
            SyntaxTrivia trivia = tree.GetRoot(file.CancellationToken).FindTrivia(match.Start);
            if (IsComment(trivia) && (match.Family.IsStrong || IsForModel(match.Family, trivia.ToString())) && !RuleOptions.IsTestKey(file.Options, tree, text.Substring(match.Start, match.Length)))
            {
                var location = Location.Create(tree, new TextSpan(match.Start, match.Length));
                file.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyInComment, location, match.Family.Name, match.KeyLength, match.Family.Prefix));
            }
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia
        or SyntaxKind.DisabledTextTrivia
        or SyntaxKind.RegionDirectiveTrivia
        or SyntaxKind.EndRegionDirectiveTrivia
        or SyntaxKind.WarningDirectiveTrivia
        or SyntaxKind.ErrorDirectiveTrivia
        or SyntaxKind.BadDirectiveTrivia
        or SyntaxKind.PreprocessingMessageTrivia;

    private static bool IsForModel(KeyFamily family, string comment)
        => family == KeyFamilies.Standard ? KeySigns.In(comment) != KeySign.Other : comment.IndexOf(family.Provider, StringComparison.OrdinalIgnoreCase) >= 0;
}
