namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Finds a document's most telling sentences, or those that match a question best.</summary>
internal static class SentenceRanker
{
    /// <summary>Two chosen sentences share at most this part of their words.</summary>
    private const double MostOverlap = 0.5;

    /// <summary>Answers to a question score at least this part of the best one.</summary>
    private const double LeastOfBest = 0.4;

    private const int ShortSentence = 5;
    private const int LongSentence = 40;

    /// <summary>The most telling sentences, in the document's order.</summary>
    public static IReadOnlyList<Sentence> MostTelling(IReadOnlyList<Sentence> sentences, int count)
    {
        Dictionary<string, int> frequency = Frequency(sentences);
        return Choose(sentences, sentence => Weight(sentence, frequency), count, leastOfBest: 0);
    }

    /// <summary>The sentences that match a question, in the document's order; empty when no word of it occurs.</summary>
    public static IReadOnlyList<Sentence> Matching(IReadOnlyList<Sentence> sentences, string question, int count)
    {
        HashSet<string> asked = question.ContentWords().ToHashSet(StringComparer.Ordinal);
        Dictionary<string, int> frequency = Frequency(sentences);
        return Choose(sentences, sentence => Match(sentence, asked, frequency, sentences.Count), count, LeastOfBest);
    }

    private static double Weight(Sentence sentence, Dictionary<string, int> frequency)
    {
        int words = sentence.Words.Count;
        if (words == 0)
        {
            return 0;
        }

        // Words the document repeats are what it is about; the sum is damped so that length alone does not win.
        double weight = sentence.Words.Sum(word => Math.Log(1 + frequency[word])) / Math.Pow(words, 0.6);
        weight *= 1 + (0.8 / (1 + sentence.Order));
        weight *= words < ShortSentence ? 0.5 : words > LongSentence ? 0.6 : 1;
        weight *= sentence.InList ? 0.7 : 1;
        weight *= sentence.Text[^1] is '.' or '!' or '。' or '！' or '”' or '"' or ')' ? 1 : 0.5;
        return weight * (LooksTechnical(sentence.Text) ? 0.5 : 1);
    }

    private static double Match(Sentence sentence, HashSet<string> asked, Dictionary<string, int> frequency, int sentences)
    {
        double score = 0;
        foreach (string word in asked)
        {
            double rarity = Math.Log(1 + ((double)sentences / (1 + frequency.GetValueOrDefault(word))));
            score += sentence.Words.Contains(word) ? rarity : 0;
        }

        if (score > 0)
        {
            int inHeading = sentence.Heading.ContentWords().Count(asked.Contains);
            score *= 1 + (0.2 * inHeading);
            score *= sentence.Words.Count < ShortSentence ? 0.8 : 1;
        }

        return score;
    }

    private static List<Sentence> Choose(IReadOnlyList<Sentence> sentences, Func<Sentence, double> score, int count, double leastOfBest)
    {
        (Sentence Sentence, double Score)[] ranked =
            [.. sentences.Select(sentence => (sentence, score(sentence))).Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.sentence.Order)];
        var chosen = new List<Sentence>();
        foreach ((Sentence sentence, double value) in ranked)
        {
            if (chosen.Count == count || value < ranked[0].Score * leastOfBest)
            {
                break;
            }

            if (chosen.TrueForAll(other => Overlap(other, sentence) <= MostOverlap))
            {
                chosen.Add(sentence);
            }
        }

        chosen.Sort((left, right) => left.Order.CompareTo(right.Order));
        return chosen;
    }

    private static Dictionary<string, int> Frequency(IReadOnlyList<Sentence> sentences)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(sentence => sentence.Words))
        {
            frequency[word] = frequency.GetValueOrDefault(word) + 1;
        }

        return frequency;
    }

    private static double Overlap(Sentence left, Sentence right)
    {
        int common = left.Words.Count(right.Words.Contains);
        int smaller = Math.Min(left.Words.Count, right.Words.Count);
        return smaller == 0 ? 1 : (double)common / smaller;
    }

    private static bool LooksTechnical(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Count(c => c is '{' or '}' or '=' or '/' or '\\' or '<' or '>' or ';' or '|') > 4;
}
