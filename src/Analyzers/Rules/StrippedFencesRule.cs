using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
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

    private static readonly Regex OtherLanguage = new("```(?!json)[a-z#+]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>Checks a file in which a model is called. A member is told once.</summary>
    public static void Check(SyntaxNode root, IReadOnlyList<ModelCall> sends, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        List<LiteralExpressionSyntax> fences = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(IsStripped).ToList();
        if (fences.Count == 0 || AsksForJson(root))
        {
            return;
        }

        List<InvocationExpressionSyntax> parses = root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(ResponseReads.IsParse).ToList();

        var seen = new HashSet<SyntaxNode?>();
        foreach (LiteralExpressionSyntax fence in fences)
        {
            if (IsBeforeParse(fence, parses) && seen.Add(AnswerChecks.MemberOf(fence)))
            {
                report(Diagnostic.Create(Descriptors.StrippedFences, fence.GetLocation(), ContractFor(fence, sends, cancellationToken)));
            }
        }
    }

    // What the fixer needs to know, where the member sends its one request by hand and does no more than a contract.
    private static ImmutableDictionary<string, string?>? ContractFor(LiteralExpressionSyntax fence, IReadOnlyList<ModelCall> sends, CancellationToken cancellationToken)
    {
        SyntaxNode? member = AnswerChecks.MemberOf(fence);
        return sends.Where(send => AnswerChecks.MemberOf(send.Syntax) == member).ToList() is [{ } only] ? RawPrompt.ReadParsed(only, cancellationToken)?.Properties() : null;
    }

    // JSON is parsed further down in the member, or of what a method gives that strips; and the fence is not that of another language.
    private static bool IsBeforeParse(LiteralExpressionSyntax fence, List<InvocationExpressionSyntax> parses)
    {
        SyntaxNode? member = AnswerChecks.MemberOf(fence);
        string? name = (member as MethodDeclarationSyntax)?.Identifier.ValueText ?? (member as LocalFunctionStatementSyntax)?.Identifier.ValueText;
        return !OtherLanguage.IsMatch(fence.Token.ValueText)
            && parses.Exists(parse => (AnswerChecks.MemberOf(parse) == member && parse.Span.End > fence.Span.End)
                || (name is not null && IsOfResult(parse, name)));
    }

    private static bool IsOfResult(InvocationExpressionSyntax parse, string method)
        => AnswerChecks.MemberOf(parse) is { } member && member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => RetryShapes.NameOf(call) == method && call.SpanStart < parse.Span.End);

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
