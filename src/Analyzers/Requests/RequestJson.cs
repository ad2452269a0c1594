using System.Globalization;
using System.Text;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Reads a request that is written as JSON in a string, holes included. What is no JSON says nothing.</summary>
internal static class RequestJson
{
    // Stands in a number's or an object's place; inside a string it is just a character.
    private const string Hole = "null";

    /// <summary>Whether a text could be a JSON object; most texts are not, and are not parsed.</summary>
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

    /// <summary>Reads a constant; null when it is no JSON.</summary>
    public static RequestValue? Read(ExpressionSyntax expression, string text)
        => Parse(text) is { } json ? new Converter(text, (start, length) => ConstantStringMap.Locate(expression, text, start, length), []).Convert(json) : null;

    /// <summary>Reads an interpolated string; null when it is no JSON.</summary>
    public static RequestValue? Read(IInterpolatedStringOperation interpolated)
    {
        if (interpolated.Syntax is not InterpolatedStringExpressionSyntax syntax)
        {
            return null;
        }

        StringBuilder text = new();
        List<TextSpan?> spans = [];
        List<(int Offset, IOperation Value)> holes = [];
        bool isInString = false;
        foreach (InterpolatedStringContentSyntax content in syntax.Contents)
        {
            if (content is InterpolatedStringTextSyntax { TextToken: { } token })
            {
                string value = ValueOf(syntax, token, out List<TextSpan>? places);
                text.Append(value);
                for (int i = 0; i < value.Length; i++)
                {
                    spans.Add(places?[i]);
                }

                isInString = EndsInString(value, isInString);
            }
            else
            {
                string hole = isInString ? "_" : Hole;
                if (interpolated.Parts.FirstOrDefault(part => part.Syntax == content) is IInterpolationOperation { Expression: { } value })
                {
                    holes.Add((text.Length, value));
                }

                text.Append(hole);
                spans.AddRange(Enumerable.Repeat<TextSpan?>(content.Span, hole.Length));
            }
        }

        string whole = text.ToString();
        return LooksLikeObject(whole) && Parse(whole) is { } json ? new Converter(whole, Locate, holes).Convert(json) : null;

        Location Locate(int start, int length)
            => start + length <= spans.Count && spans[start] is { } first && spans[start + length - 1] is { } last && last.End >= first.Start
                ? Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(first.Start, last.End))
                : syntax.GetLocation();
    }

    private static JsonValue? Parse(string text)
    {
        try
        {
            return JsonTextReader.Parse(text);
        }
        catch (JsonSyntaxException)
        {
            return null;
        }
    }

    private static bool EndsInString(string text, bool isInString)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && isInString)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isInString = !isInString;
            }
        }

        return isInString;
    }

    /// <summary>The text of one piece between holes, and the source of each of its characters where that is known.</summary>
    private static string ValueOf(InterpolatedStringExpressionSyntax syntax, SyntaxToken token, out List<TextSpan>? places)
    {
        if (syntax.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken) || syntax.StringStartToken.IsKind(SyntaxKind.InterpolatedSingleLineRawStringStartToken))
        {
            places = ReadRaw(syntax, token);
            return token.ValueText;
        }

        // Doubled braces stand for one.
        string value = token.ValueText.Replace("{{", "{").Replace("}}", "}");
        places = StringTokenReader.ReadInterpolatedText(syntax.StringStartToken, token);
        places = places?.Count == value.Length ? places : null;
        return value;
    }

    // Lines of a raw string lose the indentation of the closing quotes.
    private static List<TextSpan>? ReadRaw(InterpolatedStringExpressionSyntax syntax, SyntaxToken token)
    {
        int indentation = syntax.StringEndToken.Text.TrimStart('\r', '\n').TakeWhile(char.IsWhiteSpace).Count();
        bool isAtLineStart = syntax.Contents.FirstOrDefault() is InterpolatedStringTextSyntax first && first.TextToken == token && indentation > 0;
        List<TextSpan> places = [];
        int skipped = 0;
        for (int i = 0; i < token.Text.Length; i++)
        {
            char character = token.Text[i];
            if (isAtLineStart && skipped < indentation && character is ' ' or '\t')
            {
                skipped++;
                continue;
            }

            isAtLineStart = character == '\n';
            skipped = isAtLineStart ? 0 : skipped;
            places.Add(new TextSpan(token.SpanStart + i, 1));
        }

        return places.Count == token.ValueText.Length ? places : null;
    }

    /// <summary>Turns JSON into values that know their place in source.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="locate">Finds the source of some characters.</param>
    /// <param name="holes">The values in it that only running code knows, and where they stand.</param>
    private sealed class Converter(string text, Func<int, int, Location> locate, List<(int Offset, IOperation Value)> holes)
    {
        public RequestValue Convert(JsonValue value)
        {
            int start = value.Position.Offset;
            int length = LengthOf(value);
            Location location = locate(start, length);
            switch (value.Kind)
            {
                case JsonKind.Object:
                    return RequestValue.OfMembers(
                        location,
                        null,
                        [.. value.Members.Select(member => new RequestMember(member.Name, locate(member.Position.Offset, member.Name.Length + 2), Convert(member.Value)))],
                        isWhole: true);
                case JsonKind.Array:
                    return RequestValue.OfItems(location, null, [.. value.Items.Select(Convert)], isWhole: true);
            }

            if (holes.Find(hole => hole.Offset >= start && hole.Offset < start + length).Value is { } known)
            {
                return RequestValue.Of(location, known, null);
            }

            object? constant = value.Kind switch
            {
                JsonKind.String => value.GetString(),
                JsonKind.Number => double.TryParse(NumberAt(start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null,
                JsonKind.True or JsonKind.False => value.GetBoolean(),
                _ => null,
            };
            return RequestValue.Of(location, null, constant);
        }

        private int LengthOf(JsonValue value)
        {
            int start = value.Position.Offset;
            return value.Kind switch
            {
                JsonKind.Number => NumberAt(start).Length,
                JsonKind.String => EndOfString(start) - start,
                JsonKind.True or JsonKind.Null => "true".Length,
                JsonKind.False => "false".Length,
                _ => 1,
            };
        }

        private int EndOfString(int start)
        {
            int end = start + 1;
            while (end < text.Length && text[end] != '"')
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, text.Length);
        }

        private string NumberAt(int start)
        {
            int end = start;
            while (end < text.Length && text[end] is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'))
            {
                end++;
            }

            return text.Substring(start, end - start);
        }
    }
}
