using System.Globalization;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>What an instruction says about the form of the answer.</summary>
/// <param name="Count">How many sentences, points or words; null when it does not say.</param>
/// <param name="AsList">Whether it shall be a list.</param>
/// <param name="InWords">Whether <paramref name="Count"/> counts words.</param>
/// <param name="Topics">Whether topics or keywords are asked for, not sentences.</param>
internal sealed partial record AnswerWish(int? Count, bool AsList, bool InWords, bool Topics)
{
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static AnswerWish Read(string instruction)
    {
        bool asList = ListWords().IsMatch(instruction);
        bool topics = TopicWords().IsMatch(instruction);
        if (CountWords().Match(instruction) is not { Success: true } match)
        {
            return new AnswerWish(null, asList, InWords: false, topics);
        }

        string number = match.Groups[1].Value;
        int word = Array.FindIndex(Numbers, candidate => candidate.Equals(number, StringComparison.OrdinalIgnoreCase));
        int count = word >= 0 ? word + 1 : int.Parse(number, CultureInfo.InvariantCulture);
        string unit = match.Groups[2].Value;
        bool inWords = unit.StartsWith("word", StringComparison.OrdinalIgnoreCase);
        return new AnswerWish(Math.Max(1, count), asList, inWords, topics);
    }

    [GeneratedRegex(@"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+){0,2}?(sentence|bullet|point|item|line|word|keyword|topic|fact)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex CountWords();

    [GeneratedRegex(@"\b(bullets?|points|list|facts|steps)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ListWords();

    [GeneratedRegex(@"\b(topics?|keywords?|tags?|themes?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TopicWords();
}
