using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4005: the fences of a code block are taken off an answer by hand before it is parsed as JSON. JSON that is asked for in prose comes in prose; JSON that is asked for as such does not.</summary>
internal static class StrippedFencesRule
{
    private static readonly HashSet<string> Strippers = new(StringComparer.Ordinal)
    {
        "Replace", "StartsWith", "EndsWith", "IndexOf", "LastIndexOf", "Split", "Trim", "TrimStart", "TrimEnd", "Contains", "Match", "Matches", "IsMatch", "ToCharArray", "Regex",
    };

    /// <summary>Checks a file in which a model is called. A member is told once.</summary>
    public static void Check(SyntaxNode root, Action<Diagnostic> report)
    {
        List<LiteralExpressionSyntax> fences = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(IsStripped).ToList();
        if (fences.Count == 0 || AsksForJson(root) || !root.DescendantNodes().Any(ResponseReads.IsParse))
        {
            return;
        }

        var seen = new HashSet<SyntaxNode?>();
        foreach (LiteralExpressionSyntax fence in fences)
        {
            if (seen.Add(AnswerChecks.MemberOf(fence)))
            {
                report(Diagnostic.Create(Descriptors.StrippedFences, fence.GetLocation()));
            }
        }
    }

    private static bool IsStripped(LiteralExpressionSyntax literal)
        => literal.Token.Value is string text && text.IndexOf("```", StringComparison.Ordinal) >= 0 && text.Length < 40
            && (literal.Parent switch
            {
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => RetryShapes.NameOf(call),
                ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } => creation.Type.ToString(),
                MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
                _ => null,
            }) is { } name && Strippers.Contains(name);

    // Who asks for JSON as such strips out of caution.
    private static bool AsksForJson(SyntaxNode root) => root.DescendantTokens().Any(static token => token.Text.Length > 10
        && (WireName.IsIn(token.Text, "responseMimeType") || WireName.IsIn(token.Text, "responseSchema") || WireName.IsIn(token.Text, "responseJsonSchema") || WireName.IsIn(token.Text, "responseFormat")));
}
