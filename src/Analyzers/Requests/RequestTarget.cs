using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>What the address of a request says beyond its host, as far as the file spells it.</summary>
internal static class RequestTarget
{
    private const int LongestWay = 60;

    // Other methods of the API, whose bodies are of other shapes. An address put together by a method may speak of several: then none is certain.
    private static readonly string[] OtherMethods = ["batchGenerateContent", "embedContent", "mbedContents", "countTokens", "predict", "cachedContents", "interactions", "generateAnswer", "chat/completions"];

    /// <summary>All the text an address is made from, in no particular order.</summary>
    public static string Words(ModelCall call, CancellationToken cancellationToken)
    {
        var values = new SourceValues(call.Model, cancellationToken);
        var words = new List<string>();
        var pending = new Stack<SyntaxNode>();
        var seen = new HashSet<SyntaxNode>();
        pending.Push(call.Send!.Address);
        while (pending.Count > 0 && seen.Count < LongestWay)
        {
            foreach (SyntaxNode node in pending.Pop().DescendantNodesAndSelf())
            {
                switch (node)
                {
                    case LiteralExpressionSyntax { Token.Value: string text }:
                        words.Add(text);
                        break;
                    case InterpolatedStringTextSyntax text:
                        words.Add(text.TextToken.ValueText);
                        break;
                    case IdentifierNameSyntax or InvocationExpressionSyntax when call.Model.GetConstantValue(node, cancellationToken) is { HasValue: true, Value: string constant }:
                        words.Add(constant);
                        break;
                    case IdentifierNameSyntax or InvocationExpressionSyntax when seen.Add(node) && values.Find((ExpressionSyntax)node) is { } value && seen.Add(value):
                        pending.Push(value);
                        break;
                }
            }
        }

        return string.Join(" ", words);
    }

    /// <summary>True when the request asks a model of the Gemini API to answer, in its own format.</summary>
    public static bool IsGenerate(string words)
        => words.IndexOf("enerateContent", StringComparison.Ordinal) >= 0 && !OtherMethods.Any(method => words.IndexOf(method, StringComparison.Ordinal) >= 0);

    /// <summary>True when the answer comes as a stream of events.</summary>
    public static bool IsStream(string words)
        => words.IndexOf("streamGenerateContent", StringComparison.Ordinal) >= 0 || words.IndexOf("alt=sse", StringComparison.Ordinal) >= 0 || words.IndexOf("chat/completions", StringComparison.Ordinal) >= 0;
}
