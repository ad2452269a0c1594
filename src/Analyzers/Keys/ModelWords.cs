namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// A search for the words of which one stands in every file that has to do with a model: its provider, its host, its library, the names of its API. One pass, in either case of
/// letters; most pairs of characters begin no word.
/// </summary>
internal static class ModelWords
{
    private const int Letters = 128;

    private static readonly string[] All =
    [
        .. KeyNames.Providers,
        "generatecontent", "chatclient", "chatcompletion", "semantickernel", "ollama", "microsoft.extensions.ai", "agents.ai", "azure.com", "x.ai", "together.xyz", "models.github", "x-goog-api-key",
    ];

    // The words that begin with a pair of characters, at the pair's place.
    private static readonly string[]?[] ByPair = GroupByPair();

    /// <summary>True when one of them is in a text.</summary>
    public static bool AreIn(string text)
    {
        int before = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int c = Fold(text[i]);
            if (ByPair[(before * Letters) + c] is { } words && IsAnyAt(text, i - 1, words))
            {
                return true;
            }

            before = c;
        }

        return false;
    }

    private static bool IsAnyAt(string text, int index, string[] words)
    {
        foreach (string word in words)
        {
            int i = 2;
            while (i < word.Length && index + i < text.Length && Fold(text[index + i]) == word[i])
            {
                i++;
            }

            if (i == word.Length)
            {
                return true;
            }
        }

        return false;
    }

    // Small letters for capitals, and nothing for what no word has.
    private static int Fold(char c) => c >= Letters ? 0 : c is >= 'A' and <= 'Z' ? c | ' ' : c;

    private static string[]?[] GroupByPair()
    {
        var groups = new string[]?[Letters * Letters];
        foreach (IGrouping<int, string> group in All.GroupBy(static word => (word[0] * Letters) + word[1]))
        {
            groups[group.Key] = [.. group];
        }

        return groups;
    }
}
