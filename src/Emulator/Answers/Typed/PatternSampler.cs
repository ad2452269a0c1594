using System.Globalization;
using System.Text;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>
/// Writes one text that a pattern matches: the first alternative, the least repetition, the first character of a class. Reads the common
/// part of the language: literals, escapes, classes, groups, alternatives, repetition, anchors.
/// </summary>
internal sealed class PatternSampler
{
    private readonly string _pattern;
    private int _at;

    private PatternSampler(string pattern) => _pattern = pattern;

    public static string Sample(string pattern) => new PatternSampler(pattern).ReadAlternatives();

    private string ReadAlternatives()
    {
        string first = ReadSequence();
        while (Take('|'))
        {
            ReadSequence();
        }

        return first;
    }

    private string ReadSequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            string atom = ReadAtom();
            for (int times = ReadRepetition(); times > 0; times--)
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
                return Escape(_pattern[_at++]);
            case '[':
                return ReadClass();
            case '(':
                if (Take('?'))
                {
                    // Only the kind of group is told here; what is grouped follows.
                    _at = _pattern.IndexOfAny([':', '>', '=', '!'], _at) is >= 0 and int end ? end + 1 : _pattern.Length;
                }

                string group = ReadAlternatives();
                Take(')');
                return group;
            default:
                return c.ToString();
        }
    }

    private string ReadClass()
    {
        bool negated = Take('^');
        int end = _pattern.IndexOf(']', Math.Min(_at + 1, _pattern.Length - 1));
        string body = end < 0 ? _pattern[_at..] : _pattern[_at..end];
        _at = end < 0 ? _pattern.Length : end + 1;
        if (negated)
        {
            return "aA0-_ ".FirstOrDefault(c => !body.Contains(c)).ToString();
        }

        return body.Length > 1 && body[0] == '\\' ? Escape(body[1]) : body.Length > 0 ? body[0].ToString() : "";
    }

    private int ReadRepetition()
    {
        int times = 1;
        if (Take('*') || Take('?'))
        {
            times = 0;
        }
        else if (!Take('+') && Take('{'))
        {
            int end = _pattern.IndexOf('}', _at);
            string least = (end < 0 ? _pattern[_at..] : _pattern[_at..end]).Split(',')[0];
            times = int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
            _at = end < 0 ? _pattern.Length : end + 1;
        }

        Take('?');
        return times;
    }

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
