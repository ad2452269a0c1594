using System.Collections.Frozen;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Frequent words that say nothing about a text's subject, in English, German, French and Spanish.</summary>
internal static class StopWords
{
    private const string English =
        "a about above after again against all also am an and any are as at be because been before being below between both but by can cannot could did do does doing down during each " +
        "few for from further had has have having he her here hers him his how i if in into is it its itself just let may me might more most much must my no nor not now of off on once one only or " +
        "other our out over own per same she should so some such than that the their them then there these they this those through to too under until up us use used using very via was we were what when " +
        "where which while who whom why will with without within would yes yet you your it's don't doesn't isn't e.g i.e etc";

    private const string German =
        "aber alle als am an auch auf aus bei bin bis bist da damit dann das dass dem den der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es für gegen hat haben hier hinter " +
        "ich ihm ihn ihr ihre im ist ja jede jeder kann kein keine können man mehr mit muss nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so soll über um und uns unter vom von vor war waren was wenn " +
        "werden wie wieder wir wird wo zu zum zur";

    private const string French =
        "au aux avec ce ces cette comme dans de des du elle elles en est et être eux il ils je la le les leur lui mais même mes mon ne nos notre nous on ou où par pas plus pour qu que qui sa sans se ses si son sont sur " +
        "ta tes toi ton tu un une vos votre vous";

    private const string Spanish =
        "al algo como con cuando del donde él ella ellos entre era es esa ese esta este esto fue ha hay las lo los más me mi muy nada ni nos o otra otro para pero poco por porque que quien se ser si sin sobre su sus también " +
        "tiene todo tu un una uno unos y ya yo";

    private static readonly FrozenSet<string> All =
        string.Join(' ', English, German, French, Spanish).Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Two-letter codes of the languages above, each with words that tell it from the others.</summary>
    private static readonly (string Code, string Name, FrozenSet<string> Words)[] Languages =
    [
        ("en", "English", Distinct(English)), ("de", "German", Distinct(German)), ("fr", "French", Distinct(French)), ("es", "Spanish", Distinct(Spanish)),
    ];

    public static bool Contains(string lowerCaseWord) => All.Contains(lowerCaseWord);

    /// <summary>The language a text is most likely in.</summary>
    public static (string Code, string Name) LanguageOf(string text)
    {
        string[] words = [.. text.WordTokens().Take(2000).Select(word => word.ToLowerInvariant())];
        int ideographs = words.Count(word => WordExtensions.IsIdeograph(word[0]));
        if (ideographs > words.Length / 2)
        {
            return text.Any(c => c is >= '\u3040' and <= '\u30FF') ? ("ja", "Japanese") : text.Any(c => c is >= '\uAC00' and <= '\uD7AF') ? ("ko", "Korean") : ("zh", "Chinese");
        }

        (string code, string name, _) = Languages.MaxBy(language => words.Count(language.Words.Contains));
        return (code, name);
    }

    private static FrozenSet<string> Distinct(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
