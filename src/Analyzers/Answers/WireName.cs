namespace GeminiGen.Analyzers.Answers;

/// <summary>Compares names with those of the API, which takes <c>maxOutputTokens</c> and <c>max_output_tokens</c>; classes that mirror it call it <c>MaxOutputTokens</c>.</summary>
internal static class WireName
{
    /// <summary>True when two names differ in nothing but case and underscores; the second has none.</summary>
    public static bool Is(string? text, string name)
    {
        if (text is null)
        {
            return false;
        }

        int at = 0;
        foreach (char letter in text)
        {
            if (letter == '_')
            {
                continue;
            }

            if (at == name.Length || char.ToLowerInvariant(letter) != char.ToLowerInvariant(name[at]))
            {
                return false;
            }

            at++;
        }

        return at == name.Length;
    }

    /// <summary>True when a text holds the name, in either case.</summary>
    public static bool IsIn(string text, string name)
        => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0 || (text.IndexOf('_') >= 0 && text.Replace("_", "").IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);
}
