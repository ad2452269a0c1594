using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>
/// Writes texts that a pattern should match: one alternative, few repetitions, the first character of a class. Reads the common part of the language: literals, escapes,
/// classes, groups and what refers back to them, alternatives, repetition, anchors. What looks ahead or back is passed over, so whoever asks has to try what comes.
/// </summary>
internal sealed class PatternSampler
{
    private const int MostAlternatives = 8;
    private const int LongestText = 2_000_000;

    private readonly string _pattern;
    private readonly int _alternative;
    private readonly int[] _more;
    private readonly List<int> _room = [];
    private readonly List<string> _groups = [];
    private int _at;

    private PatternSampler(string pattern, int alternative, int[] more)
    {
        _pattern = pattern;
        _alternative = alternative;
        _more = more;
    }

    /// <summary>Some texts, the shortest first; those of the least length follow where repetition or words around the match bring it about.</summary>
    public static IEnumerable<string> Samples(string pattern, int minLength)
    {
        for (int alternative = 0; alternative < MostAlternatives; alternative++)
        {
            string text = Read(pattern, alternative, [], out int[] room);
            yield return text;
            text = Grow(pattern, alternative, room, text, minLength);
            yield return text;
            string filler = new('a', Math.Max(0, minLength - text.Length));
            yield return text + filler;
            yield return filler + text;
        }
    }

    /// <summary>The length of the shortest text; 0 for a pattern that cannot be read.</summary>
    public static int LeastLength(string pattern)
    {
        try
        {
            return Read(pattern, alternative: 0, [], out _).Length;
        }
        catch (ArgumentException)
        {
            return 0;
        }
    }

    /// <summary>Repeats more, one repetition after the other, until the text is long enough.</summary>
    private static string Grow(string pattern, int alternative, int[] room, string text, int minLength)
    {
        int[] more = new int[room.Length];
        for (int index = 0; index < room.Length && text.Length < minLength; index++)
        {
            more[index] = Math.Min(room[index], 1);
            int gain = Read(pattern, alternative, more, out _).Length - text.Length;
            more[index] = gain <= 0 ? 0 : Math.Min(room[index], (minLength - text.Length + gain - 1) / gain);
            text = Read(pattern, alternative, more, out _);
        }

        return text;
    }

    /// <param name="pattern">The pattern.</param>
    /// <param name="alternative">Which of several alternatives is taken, wherever there are so many.</param>
    /// <param name="more">How often each repetition goes beyond its least.</param>
    /// <param name="room">How often each may.</param>
    private static string Read(string pattern, int alternative, int[] more, out int[] room)
    {
        var sampler = new PatternSampler(pattern, alternative, more);
        string text = sampler.ReadAlternatives();
        room = [.. sampler._room];
        return text;
    }

    private string ReadAlternatives()
    {
        List<string> all = [ReadSequence()];
        while (Take('|'))
        {
            all.Add(ReadSequence());
        }

        return all[Math.Min(_alternative, all.Count - 1)];
    }

    private string ReadSequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            string atom = ReadAtom();
            for (int times = ReadRepetition(); times > 0 && atom.Length > 0 && text.Length < LongestText; times--)
            {
                text.Append(atom);
            }
        }

        return text.ToString();
    }

    private string ReadAtom()
    {
        char c = _pattern[_at++];
        switch (c)
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '\\' when _at < _pattern.Length:
                return ReadEscape();
            case '[':
                return ReadClass();
            case '(':
                return ReadGroup();
            default:
                return c.ToString();
        }
    }

    private string ReadGroup()
    {
        int number = -1;
        bool looksAround = false;
        if (Take('?'))
        {
            // Only the kind of group is told here; what is grouped follows.
            looksAround = _at < _pattern.Length && (_pattern[_at] is '=' or '!' || (_pattern[_at] == '<' && _at + 1 < _pattern.Length && _pattern[_at + 1] is '=' or '!'));
            _at = _pattern.IndexOfAny([':', '>', '=', '!'], _at) is >= 0 and int end ? end + 1 : _pattern.Length;
        }
        else
        {
            number = _groups.Count;
            _groups.Add("");
        }

        string group = ReadAlternatives();
        Take(')');
        if (number >= 0)
        {
            _groups[number] = group;
        }

        return looksAround ? "" : group;
    }

    private string ReadClass()
    {
        int start = _at - 1;
        bool negated = Take('^');
        string? first = null;
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            string one = _pattern[_at++] is var c && c == '\\' && _at < _pattern.Length ? ReadEscape() : c.ToString();
            first ??= one;
        }

        Take(']');
        if (!negated)
        {
            return first ?? "";
        }

        var wanted = new Regex(_pattern[start.._at], RegexOptions.ECMAScript | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(200));
        return "aA0-_ .".Select(c => c.ToString()).FirstOrDefault(c => wanted.IsMatch(c)) ?? "~";
    }

    private string ReadEscape()
    {
        char c = _pattern[_at++];
        int digits = c switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits > 0 && _at + digits <= _pattern.Length && ushort.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            _at += digits;
            return ((char)code).ToString();
        }

        return c is >= '1' and <= '9' && c - '1' < _groups.Count ? _groups[c - '1'] : Escape(c);
    }

    private int ReadRepetition()
    {
        (int least, int most) = Take('*') ? (0, int.MaxValue)
            : Take('?') ? (0, 1)
            : Take('+') ? (1, int.MaxValue)
            : Take('{') ? ReadCounts()
            : (1, 1);
        if (most == least)
        {
            return least;
        }

        Take('?');
        int index = _room.Count;
        _room.Add(Math.Max(0, most - least));
        return least + (index < _more.Length ? _more[index] : 0);
    }

    private (int Least, int Most) ReadCounts()
    {
        int end = _pattern.IndexOf('}', _at);
        string[] counts = (end < 0 ? _pattern[_at..] : _pattern[_at..end]).Split(',');
        _at = end < 0 ? _pattern.Length : end + 1;
        int least = Count(counts[0]) ?? 1;
        return (least, counts.Length == 1 ? least : Count(counts[1]) ?? int.MaxValue);
    }

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private bool Take(char c)
    {
        if (_at >= _pattern.Length || _pattern[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private static string Escape(char c) => c switch
    {
        'd' => "0",
        'w' => "a",
        's' => " ",
        'D' or 'S' => "a",
        'W' => "-",
        't' => "\t",
        'n' => "\n",
        'b' or 'B' => "",
        _ => c.ToString(),
    };
}
