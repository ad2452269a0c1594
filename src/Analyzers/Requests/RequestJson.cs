using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A request that is written as JSON in a string, holes included. What is no JSON says nothing.</summary>
internal static class RequestJson
{
    /// <summary>Whether a text could be a JSON object; most texts are not, and are not read.</summary>
    public static bool LooksLikeObject(string text)
    {
        foreach (char character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                return character == '{';
            }
        }

        return false;
    }

    /// <summary>Reads an expression that makes a text; null when it makes no JSON.</summary>
    public static RequestValue? Read(ExpressionSyntax text, ValueFlow flow) => Read(JsonCharacters.Read(text, flow.TextOf), text, flow);

    /// <summary>Reads a text that a name stands for, wherever that is declared; null when it is no JSON.</summary>
    public static RequestValue? Read(ExpressionSyntax name, string text, ValueFlow flow) => Read(JsonCharacters.OfConstant(name, text), name, flow);

    private static RequestValue? Read(JsonCharacters characters, ExpressionSyntax text, ValueFlow flow)
        => JsonBodyReader.ReadWhole(characters, text) is { } body ? Convert(body, flow) : null;

    private static RequestValue Convert(BodyValue value, ValueFlow flow)
    {
        var location = Location.Create(value.Node.SyntaxTree, value.Span ?? value.Node.Span);
        return value switch
        {
            { Members: { } members } => RequestValue.OfMembers(location, null, [.. members.Select(member => new RequestMember(member.Name, Convert(member.Value, flow)))], isWhole: true),
            { Items: { } items } => RequestValue.OfItems(location, null, [.. items.Select(item => Convert(item, flow))], isWhole: true),
            { Holes: [{ } hole, ..] } => RequestValue.Of(location, flow.OperationOf(hole), null),
            { Given: { } given } => RequestValue.Of(location, flow.OperationOf(given), null),
            _ => RequestValue.Of(location, null, value.Text ?? value.Constant),
        };
    }
}
