using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Strings that must match a pattern: the chosen text if it does, a match in the input, otherwise a sample of the pattern.</summary>
internal static class PatternValues
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(200);

    public static Finding Choose(string pattern, string text, SchemaNode schema, InputDocument input)
    {
        try
        {
            var regex = new Regex(pattern, RegexOptions.ECMAScript | RegexOptions.CultureInvariant, MatchLimit);
            bool Fits(string candidate) => regex.IsMatch(candidate) && LengthFits(candidate, schema);
            if (Fits(text))
            {
                return Finding.Found(JsonValue.Create(text));
            }

            string? found = input.Text.Split([' ', '\n', '\r', '\t', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.TrimEnd('.', ':', '!', '?')).FirstOrDefault(Fits);
            if (found is not null)
            {
                return Finding.Found(JsonValue.Create(found));
            }

            string[] samples = [.. PatternSampler.Samples(pattern, schema.MinLength)];
            return Finding.MadeUp(JsonValue.Create(samples.FirstOrDefault(Fits) ?? samples[0]));
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern this engine cannot run: the text is as good as anything.
            return Finding.MadeUp(JsonValue.Create(text));
        }
    }

    private static bool LengthFits(string word, SchemaNode schema) => word.Length >= schema.MinLength && word.Length <= schema.MaxLength;
}
