using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Texts;

/// <summary>
/// The part of a message that the parser of contracts writes: why something does not work, and what to do. It comes as English with the names it is about, for exceptions say it too, and
/// is translated clause by clause: what stands in quotes, numbers and what stands in brackets of its own are values, the rest is found like a <see cref="RuleText"/>.
/// </summary>
/// <param name="english">The text with its values.</param>
internal sealed class ReasonText(string english) : LocalizableString
{
    private static readonly ResourceManager Translations = new(typeof(ReasonText).Namespace + ".ReasonTexts", typeof(ReasonText).Assembly) { IgnoreCase = true };

    // A clause that every translation has.
    private const string Everywhere = "remove it";

    // Quotes stand around words; those within words are apostrophes.
    private const string Quoted = @"(?<![A-Za-z0-9])'(?<value>(?:[^']|(?<=[A-Za-z0-9])'(?=[A-Za-z]))*)'(?![A-Za-z0-9])";

    private const string Number = @"|(?<value>(?<![A-Za-z0-9])-?\d+(?:\.\d+)?)";

    // What another has written, such as the message of an exception, and texts of the user's own.
    private const string Aside = @"|(?<=\s)\((?<value>[^()]*)\)|(?<=\s)\((?<value>.*)\)$|""(?<value>[^""]*)""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Regex Values = Create(Quoted + Number);
    private static readonly Regex ValuesWithAsides = Create(Quoted + Aside + Number);
    private static readonly Regex Quotes = Create(Quoted);
    private static readonly Regex Lists = Create(@"'[^']*'(?:(?:, | and | or | → )'[^']*')+");
    private static readonly Regex Holes = Create(@"\{(\d)\}");

    private readonly string _english = english;

    /// <inheritdoc/>
    protected override string GetText(IFormatProvider? formatProvider)
    {
        // In most languages there is nothing to look for.
        var culture = formatProvider as CultureInfo;
        return Translations.GetString(Everywhere, culture) is null ? _english : Translate(_english, culture, "; ", "；") ?? _english;
    }

    /// <inheritdoc/>
    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(_english);

    /// <inheritdoc/>
    protected override bool AreEqual(object? other) => other is ReasonText text && text._english == _english;

    // All of the clauses, or none: half a sentence in each language helps nobody.
    private static string? Translate(string text, CultureInfo? culture, string separator, string translatedSeparator)
    {
        var translated = new StringBuilder();
        foreach (string clause in Split(text, separator))
        {
            string? found = Find(clause, culture) ?? (separator == "; " ? Translate(clause, culture, ". ", "。") : separator == ". " ? Translate(clause, culture, ": ", "：") : null);
            if (found is null)
            {
                return null;
            }

            translated.Append(translated.Length > 0 ? translatedSeparator : "").Append(found);
        }

        return translated.ToString();
    }

    private static string? Find(string clause, CultureInfo? culture)
        => FindWith(Values, clause, culture, []) ?? FindWith(ValuesWithAsides, clause, culture, []) ?? (Lists.IsMatch(clause) ? FindList(clause, culture) : null);

    // Of a list of any length, one value.
    private static string? FindList(string clause, CultureInfo? culture)
    {
        List<string> lists = [];
        string shortened = Lists.Replace(clause, list =>
        {
            lists.Add(list.Value.Substring(1, list.Length - 2).Replace("', '", "”、“").Replace("' and '", "”和“").Replace("' or '", "”或“").Replace("' → '", "” → “"));
            return "'…'";
        });
        return FindWith(Values, shortened, culture, lists);
    }

    private static string? FindWith(Regex pattern, string clause, CultureInfo? culture, List<string> lists)
    {
        List<string> values = [];
        int list = 0;
        string key = pattern.Replace(clause, match =>
        {
            Group value = match.Groups["value"];
            values.Add(value.Value == "…" && list < lists.Count ? lists[list++] : value.Value);
            return match.Value.Substring(0, value.Index - match.Index) + "{" + (values.Count - 1).ToString(CultureInfo.InvariantCulture) + "}" + match.Value.Substring(value.Index - match.Index + value.Length);
        });
        return Translations.GetString(key, culture) is { } translation ? Holes.Replace(translation, hole => values[int.Parse(hole.Groups[1].Value, CultureInfo.InvariantCulture)]) : null;
    }

    // Outside of quotes.
    private static IEnumerable<string> Split(string text, string separator)
    {
        List<Match> quotes = Quotes.Matches(text).Cast<Match>().ToList();
        int start = 0;
        for (int at = text.IndexOf(separator, StringComparison.Ordinal); at >= 0; at = text.IndexOf(separator, at + 1, StringComparison.Ordinal))
        {
            if (!quotes.Exists(quote => quote.Index <= at && at < quote.Index + quote.Length))
            {
                yield return text.Substring(start, at - start);
                start = at + separator.Length;
            }
        }

        yield return text.Substring(start);
    }

    private static Regex Create(string pattern) => new(pattern, RegexOptions.CultureInvariant, Patience);
}
