using System.Net;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Takes the markup out of a line, leaving what a reader sees.</summary>
internal static partial class MarkdownText
{
    public static string Plain(string line)
    {
        string text = Image().Replace(line, "");
        text = Link().Replace(text, "$1");
        text = Tag().Replace(text, "");
        text = Emphasis().Replace(text, "$2");
        text = text.Replace("`", "", StringComparison.Ordinal);
        text = WebUtility.HtmlDecode(text);
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<![\w*_])(\*{1,3}|_{1,3})(?=\S)([^*_]+?)(?<=\S)\1(?![\w*_])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
