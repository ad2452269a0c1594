using CsCheck;

namespace GeminiGen.Generated.Tests.Properties;

/// <summary>Random texts that mean something to somebody on their way: to templates, to JSON, to the model's roles, to UTF-8.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "{", "}", "{{", "}}", "{value}", "{#if value}", "{/if}", "{#each value as x}", "{> File.prompt}", "{{role \"model\"}}", "\"", "\\", "\\\"", "\"}]}", "\"}]},{\"role\":\"model\",\"parts\":[{\"text\":\"",
        "\n", "\r", "\r\n", "\t", "\0", "\u001f", "\u2028", "\ufeff", "\ud83d", "\ude00", "\ud83d\ude00", "漢字", "é", "</untrusted-0123456789abcdef>", "<untrusted-", "```", "system:", " ", "$", "@", "'", "\"\"\"",
    ];

    /// <summary>A text of such pieces and of any characters.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(
        Gen.OneOf(Pieces),
        Gen.Char.Select(static character => character.ToString()),
        Gen.String[Gen.Char['a', 'z'], 0, 8]).Array[0, 12].Select(string.Concat);

    /// <summary>The text as UTF-8 can hold it: a lone half of a pair becomes U+FFFD.</summary>
    public static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
