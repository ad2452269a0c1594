using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>The standard handler's options with time limits that suit a model, as an argument list of its own lines.</summary>
internal static class HandlerOptions
{
    /// <summary>The text, for a call that stands in a statement.</summary>
    /// <param name="call">The call the argument list is for, or behind.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="text">The text of its file.</param>
    public static string TextAt(SyntaxNode call, SemanticModel model, SourceText text)
    {
        int position = call.SpanStart;
        string options = model.LookupSymbols(position, name: "options").IsEmpty ? "options" : "limits";
        string time = model.LookupNamespacesAndTypes(position, name: "TimeSpan").IsEmpty ? "System.TimeSpan" : "TimeSpan";
        TextLine line = text.Lines.GetLineFromPosition((call.FirstAncestorOrSelf<StatementSyntax>() ?? call).SpanStart);
        string lineText = line.ToString();
        string indent = lineText.Substring(0, lineText.Length - lineText.TrimStart().Length);
        string end = line.EndIncludingLineBreak > line.End ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak)) : "\n";
        string[] lines =
        [
            $"({options} =>",
            indent + "{",
            $"{indent}    {options}.AttemptTimeout.Timeout = {time}.FromMinutes(2);",
            $"{indent}    {options}.TotalRequestTimeout.Timeout = {time}.FromMinutes(10);",
            $"{indent}    {options}.CircuitBreaker.SamplingDuration = {time}.FromMinutes(5);",
            indent + "})",
        ];
        return string.Join(end, lines);
    }
}
