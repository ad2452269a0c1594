using System.Globalization;
using System.Text;

namespace GeminiGen;

/// <summary>Takes the text out of the XML of a documentation comment. Not by a reader of XML: comments are often half-typed, and then say what they can.</summary>
internal static class DocumentationXml
{
    private const string CommentStart = "<!--";
    private const string CharactersStart = "<![CDATA[";

    /// <summary>The text in one line: elements give way to their content, or to the name they refer to.</summary>
    public static string GetText(string xml)
    {
        StringBuilder text = new();
        for (int i = 0; i < xml.Length;)
        {
            i = Take(xml, i, text);
        }

        return string.Join(" ", text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Takes the next character, reference or piece of markup.</summary>
    /// <returns>Where to go on.</returns>
    private static int Take(string xml, int start, StringBuilder text)
    {
        if (StartsWith(xml, start, CharactersStart) && FindEnd(xml, start, "]]>") is > 0 and int endOfCharacters)
        {
            int content = start + CharactersStart.Length;
            text.Append(xml, content, endOfCharacters - 3 - content);
            return endOfCharacters;
        }

        if (StartsWith(xml, start, CommentStart) && FindEnd(xml, start, "-->") is > 0 and int endOfComment)
        {
            return endOfComment;
        }

        if (xml[start] == '<' && FindEnd(xml, start, ">") is > 0 and int endOfTag)
        {
            text.Append(GetReferredName(xml.Substring(start, endOfTag - start)));
            return endOfTag;
        }

        if (xml[start] == '&' && FindEnd(xml, start, ";") is > 0 and int end && GetCharacters(xml.Substring(start + 1, end - start - 2)) is { } characters)
        {
            text.Append(characters);
            return end;
        }

        text.Append(xml[start]);
        return start + 1;
    }

    private static bool StartsWith(string xml, int start, string what) => string.CompareOrdinal(xml, start, what, 0, what.Length) == 0;

    /// <summary>The place behind the next <paramref name="mark"/>; 0 when there is none.</summary>
    private static int FindEnd(string xml, int start, string mark)
        => xml.IndexOf(mark, start, StringComparison.Ordinal) is >= 0 and int found ? found + mark.Length : 0;

    /// <summary>What a reference such as <c>lt</c> or <c>#x41</c> stands for; null when nobody knows.</summary>
    private static string? GetCharacters(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "amp" => "&",
        _ when name.StartsWith("#x", StringComparison.Ordinal) => GetCharacter(name.Substring(2), NumberStyles.AllowHexSpecifier),
        _ when name.StartsWith("#", StringComparison.Ordinal) => GetCharacter(name.Substring(1), NumberStyles.None),
        _ => null,
    };

    private static string? GetCharacter(string number, NumberStyles style)
        => int.TryParse(number, style, CultureInfo.InvariantCulture, out int code) && code is > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF ? char.ConvertFromUtf32(code) : null;

    private static string GetReferredName(string tag)
    {
        int quote = tag.IndexOf('"');
        int end = quote < 0 ? -1 : tag.IndexOf('"', quote + 1);
        if (end < 0 || !tag.EndsWith("/>", StringComparison.Ordinal))
        {
            return tag is "<para>" or "</para>" or "<br/>" ? " " : "";
        }

        string name = tag.Substring(quote + 1, end - quote - 1);
        return tag.IndexOf("cref", StringComparison.Ordinal) > 0 ? name.Substring(name.LastIndexOf('.') + 1) : name;
    }
}
