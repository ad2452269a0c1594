using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>What a member is called and said to be: the words by which its value is looked for.</summary>
internal sealed class FieldName
{
    public FieldName(string name, string description)
    {
        Spoken = name.SplitName();
        Words = Spoken.ContentWords().ToHashSet(StringComparer.Ordinal);
        AllWords = Words.Concat(description.ContentWords()).ToHashSet(StringComparer.Ordinal);
        Description = description;
    }

    /// <summary>The name as words in lower case.</summary>
    public string Spoken { get; }

    public string Description { get; }

    /// <summary>The content words of the name.</summary>
    public HashSet<string> Words { get; }

    /// <summary>The content words of name and description.</summary>
    public HashSet<string> AllWords { get; }

    /// <summary>Whether the name holds one of these words, in any of their forms.</summary>
    public bool Speaks(params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (word.ContentWords().Any(Words.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
