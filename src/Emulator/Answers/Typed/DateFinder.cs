using System.Globalization;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>Finds dates written in the usual ways.</summary>
internal static partial class DateFinder
{
    private static readonly string[] Months =
    [
        "jan|january|januar|janvier|enero", "feb|february|februar|février|febrero", "mar|march|märz|mars|marzo", "apr|april|avril|abril", "may|mai|mayo", "jun|june|juni|juin|junio",
        "jul|july|juli|juillet|julio", "aug|august|août|agosto", "sep|sept|september|septembre|septiembre", "oct|october|oktober|octobre|octubre", "nov|november|novembre|noviembre", "dec|december|dezember|décembre|diciembre",
    ];

    /// <summary>Every date with its place, in order.</summary>
    public static IEnumerable<(DateOnly Date, TimeOnly Time, int Index)> Find(string text)
    {
        var found = new List<(DateOnly Date, TimeOnly Time, int Index)>();
        foreach (Match match in Numeric().Matches(text))
        {
            Add(found, match, match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        }

        foreach (Match match in Spoken().Matches(text))
        {
            if (MonthOf(match.Groups["m"].Value) is { } month)
            {
                Add(found, match, match.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), match.Groups["d"].Value);
            }
        }

        return found.OrderBy(entry => entry.Index);
    }

    private static void Add(List<(DateOnly Date, TimeOnly Time, int Index)> found, Match match, string year, string month, string day)
    {
        string text = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            TimeOnly.TryParse(match.Groups["t"].Value, CultureInfo.InvariantCulture, out TimeOnly time);
            found.Add((date, time, match.Index));
        }
    }

    private static int? MonthOf(string name)
    {
        int month = Array.FindIndex(Months, names => names.Split('|').Contains(name.ToLowerInvariant()));
        return month < 0 ? null : month + 1;
    }

    [GeneratedRegex(@"(?<!\d)(?:(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ](?<t>\d{2}:\d{2}(?::\d{2})?))?|(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4}))(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?:(?<d>\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?<m>\p{L}{3,10})\.?,?\s+(?:de\s+)?(?<y>\d{4})|(?<m>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4}))\b")]
    private static partial Regex Spoken();
}
