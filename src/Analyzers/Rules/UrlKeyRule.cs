using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1006: a request to Gemini carries its key in the address.</summary>
internal static class UrlKeyRule
{
    private const string Parameter = "key=";

    private static readonly string[] Addresses = ["generativelanguage.googleapis.com", "aiplatform.googleapis.com"];
    private static readonly string[] Methods = [":generateContent", ":streamGenerateContent", ":countTokens", ":embedContent", ":batchEmbedContents"];

    /// <summary>True for a text with a parameter <c>key</c>.</summary>
    public static bool MayApply(string text) => FindParameter(text, 0) >= 0;

    /// <summary>Visits a text with a parameter <c>key</c>: alone, with its neighbours, and where it goes on.</summary>
    public static void Check(KeyFile file, SyntaxNode piece)
    {
        if (IsProse(piece))
        {
            return;
        }

        var folder = new TextFolder(file.SemanticModel, file.CancellationToken);
        ExpressionSyntax host = TextHosts.Outermost(piece as ExpressionSyntax ?? (ExpressionSyntax)piece.Parent!);
        FoldedText text = folder.FoldWhole(host);
        bool isFound = CarriesKey(text, piece)
            || IsBehindGeminiAddress(text, host, piece, folder)
            || (FindParameter(TextOf(piece), 0) == 1 && IsQueryOfBuilder(host, folder, file))
            || new TextWholes(folder).Of(piece).Any(whole => CarriesKey(whole.Text, piece));
        if (isFound)
        {
            file.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyInUrl, Locate(piece)));
        }
    }

    /// <summary>True for the name of the parameter by itself, as methods take it that put addresses together.</summary>
    public static bool MayName(string text) => text == "key" || text.StartsWith(Parameter, StringComparison.Ordinal);

    /// <summary>Visits the name of the parameter: an argument of <c>AddQueryString</c>, an entry of a query that is built, or the query of a <c>UriBuilder</c>.</summary>
    public static void CheckName(KeyFile file, SyntaxNode piece)
    {
        var folder = new TextFolder(file.SemanticModel, file.CancellationToken);
        ExpressionSyntax name = piece as ExpressionSyntax ?? (ExpressionSyntax)piece.Parent!;
        if (BuiltAddress.Of(name, file.SemanticModel, file.CancellationToken) is { } address && IsGeminiAddress(folder.FoldWhole(address).ToString()))
        {
            file.ReportDiagnostic(Diagnostic.Create(Descriptors.KeyInUrl, piece.GetLocation()));
        }
    }

    /// <summary>True for an address of Gemini with a key in it.</summary>
    public static bool IsKeyUrl(string text)
        => FindParameter(text, 0) is >= 0 and { } at && IsGeminiAddress(text.Substring(0, at)) && (IsValue(text, at + Parameter.Length) || KeyShapes.TryFind(text, at, out _));

    // "builder.Query = "?key=" + key"
    private static bool IsQueryOfBuilder(ExpressionSyntax query, TextFolder folder, KeyFile file)
        => BuiltAddress.Of(query, file.SemanticModel, file.CancellationToken) is { } address && IsGeminiAddress(folder.FoldWhole(address).ToString());

    private static string TextOf(SyntaxNode piece) => piece is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : ((LiteralExpressionSyntax)piece).Token.ValueText;

    // "models?key=…", where the client is of Gemini's address.
    private static bool IsBehindGeminiAddress(FoldedText text, ExpressionSyntax host, SyntaxNode piece, TextFolder folder)
    {
        string characters = text.ToString();
        int at = FindParameter(characters, 0);
        bool isRelative = at > 1 && characters[0] != '\0' && characters.IndexOf("://", 0, at, StringComparison.Ordinal) < 0;
        return isRelative && text[at].Origin == piece && IsValue(characters, at + Parameter.Length)
            && BaseAddresses.Of(host) is { Count: > 0 } addresses && addresses.All(address => IsGeminiAddress(folder.FoldWhole(address).ToString()));
    }

    private static bool CarriesKey(FoldedText text, SyntaxNode piece)
    {
        string characters = text.ToString();
        for (int at = FindParameter(characters, 0); at >= 0; at = FindParameter(characters, at + Parameter.Length))
        {
            if (text[at].Origin == piece && IsGeminiAddress(characters.Substring(0, at)) && (IsValue(characters, at + Parameter.Length) || IsNamedKey(text, characters, at + Parameter.Length)))
            {
                return true;
            }
        }

        return false;
    }

    // A key that stands elsewhere is told there; that it goes into the address is told here.
    private static bool IsNamedKey(FoldedText text, string characters, int start)
        => KeyShapes.TryFind(characters, start, out KeyMatch match) && match.Start == start && text[start].Reach != TextReach.Direct;

    private static int FindParameter(string text, int start)
    {
        for (int i = text.IndexOf(Parameter, start, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Parameter, i + 1, StringComparison.Ordinal))
        {
            if (i > 0 && text[i - 1] is '?' or '&')
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsGeminiAddress(string address)
        => Addresses.Any(host => address.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0)
            || (address.IndexOf("://", StringComparison.Ordinal) < 0 && Methods.Any(method => address.IndexOf(method, StringComparison.Ordinal) >= 0));

    // What stands in the address as a key of known shape is told as that; a placeholder says where a key would go.
    private static bool IsValue(string text, int start)
    {
        int end = text.IndexOf('&', start);
        string value = text.Substring(start, (end < 0 ? text.Length : end) - start);
        bool isHole = value.IndexOf('\0') >= 0 || (value.StartsWith("{", StringComparison.Ordinal) && value.EndsWith("}", StringComparison.Ordinal));
        return isHole || (value.Length > 0 && !KeyShapes.TryFind(text, start, out _) && !KeyPlaceholders.IsPlaceholder(value));
    }

    // What a person reads is no request.
    private static bool IsProse(SyntaxNode piece)
    {
        foreach (SyntaxNode node in piece.Ancestors())
        {
            switch (node)
            {
                case AttributeSyntax:
                case ObjectCreationExpressionSyntax { Type: { } type } when type.ToString().EndsWith("Exception", StringComparison.Ordinal):
                case InvocationExpressionSyntax call when WrittenOut.IsSink(call):
                    return true;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static Location Locate(SyntaxNode piece)
    {
        SyntaxToken token = piece is InterpolatedStringTextSyntax text ? text.TextToken : ((LiteralExpressionSyntax)piece).Token;
        int at = FindParameter(token.Text, 0);
        return at < 0 ? piece.GetLocation() : Location.Create(piece.SyntaxTree, new TextSpan(token.SpanStart + at - 1, Parameter.Length + 1));
    }
}
