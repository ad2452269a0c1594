namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// A search for the words of which one stands in every file that has to do with a model: its provider, its host, its library, the names of its API. One pass, in either case of
/// letters; most pairs of characters begin no word.
/// </summary>
internal static class ModelWords
{
    private const int Letters = 128;

    // Names of providers that are words, too. No host and no library is known by them alone.
    private static readonly string[] Common = ["claude", "cohere", "nvidia", "replicate"];

    private static readonly string[] All =
    [
        .. KeyNames.Providers,
        "generatecontent", "chatclient", "chatcompletion", "semantickernel", "ollama", "microsoft.extensions.ai", "agents.ai", "cohere.", "azure.com", "x.ai", "together.xyz", "models.github",
        "x-goog-api-key",
    ];

    // The words that begin with a pair of characters, at the pair's place.
    private static readonly string[]?[] ByPair = GroupByPair();

    /// <summary>The most that a text says.</summary>
    public static ModelMention In(string text)
    {
        var mention = ModelMention.None;
        int before = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int c = Fold(text[i]);
            if (ByPair[(before * Letters) + c] is { } words)
            {
                ModelMention here = At(text, i - 1, words);
                mention = here > mention ? here : mention;
                if (mention == ModelMention.Model)
                {
                    break;
                }
            }

            before = c;
        }

        return mention;
    }

    private static ModelMention At(string text, int index, string[] words)
    {
        var mention = ModelMention.None;
        foreach (string word in words)
        {
            int i = 2;
            while (i < word.Length && index + i < text.Length && Fold(text[index + i]) == word[i])
            {
                i++;
            }

            if (i == word.Length)
            {
                mention = Array.IndexOf(Common, word) < 0 ? ModelMention.Model : mention > ModelMention.Word ? mention : ModelMention.Word;
            }
        }

        return mention;
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
