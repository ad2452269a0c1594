namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Finds the words a document is about, spelled as it spells them.</summary>
internal static class Keywords
{
    public static IReadOnlyList<string> Of(InputDocument document, int count)
    {
        var found = new Dictionary<string, (int Count, int First, string Spelling)>(StringComparer.Ordinal);
        int position = 0;
        IEnumerable<string> texts = document.Blocks.Select(block => block.Text);
        foreach (string word in texts.SelectMany(text => text.WordTokens()))
        {
            string? stem = word.Length < 3 && !WordExtensions.IsIdeograph(word[0]) || char.IsDigit(word[0]) ? null : word.ContentWords().FirstOrDefault();
            if (stem is not null)
            {
                (int seen, int first, string spelling) = found.GetValueOrDefault(stem, (0, position, word));
                found[stem] = (seen + 1, first, spelling);
            }

            position++;
        }

        return
        [
            .. found.Values.OrderByDescending(entry => entry.Count * Math.Min(entry.Spelling.Length, 8)).ThenBy(entry => entry.First)
                .Take(count).Select(entry => entry.Spelling),
        ];
    }
}
