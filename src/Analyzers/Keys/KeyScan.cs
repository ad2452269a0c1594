namespace GeminiGen.Analyzers.Keys;

/// <summary>
/// One pass over the characters of a file, which knows nothing of its syntax and allocates nothing but the places it finds. It may find too much: a place is looked at with the
/// syntax before anything is said of it. It finds all that <see cref="KeyFragments"/> would in the values of the literals.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="found">Takes the places.</param>
internal ref struct KeyScan(string text, KeyCandidates found)
{
    // A crumb as it is written, with an escape.
    private const int LongestCrumb = 10;
    private const int FewestCrumbs = 6;

    // "(byte)0x41," on a line of its own.
    private const int LongestElement = 48;

    private const int FewestEscapes = 16;
    private const string UrlParameter = "key=";
    private const string ParameterName = "key";

    private static readonly Kind[] Kinds = CreateKinds();

    private int _escapes;
    private int _crumbs;
    private int _crumbLength;
    private int _lastQuote;
    private int _commas;
    private int _lastComma;

    /// <summary>What a character is to a key.</summary>
    private enum Kind : byte
    {
        None,
        Mark,
        Joiner,
        Underscore,
        Small,
        Capital,
        Digit,
    }

    /// <summary>Reads the file.</summary>
    public void Run()
    {
        int i = 0;
        while (i < text.Length)
        {
            Kind kind = KindAt(i);
            if (kind > Kind.Mark)
            {
                i = AtRun(i);
                continue;
            }

            if (kind == Kind.Mark)
            {
                AtMark(i);
            }

            i++;
        }
    }

    // Characters in a row that keys are made of. Gives the place behind them.
    private int AtRun(int start)
    {
        int breaks = 0;
        int digits = 0;
        bool isFound = false;
        Kind before = Kind.None;
        int i = start;
        for (; i < text.Length; i++)
        {
            Kind kind = KindAt(i);
            if (kind <= Kind.Mark)
            {
                break;
            }

            if (before < Kind.Underscore || (i == start + 1 && IsEscaped(start)) || IsBehindPercent(i))
            {
                isFound |= AtBeginning(i);
            }

            digits += kind == Kind.Digit ? 1 : 0;
            breaks += before != Kind.None && IsBreak(before, kind) ? 1 : 0;
            before = kind;

            int run = i - start + 1;
            isFound |= IsMixed(run, breaks, digits) || (IsEscaped(start) && IsMixed(run - 1, breaks, digits));
        }

        if (isFound || IsParameterName(start))
        {
            found.Texts.Add(i - 1);
        }

        return i;
    }

    // A literal, or what stands behind a hole of one, that begins with the name of the parameter.
    private readonly bool IsParameterName(int start)
        => start > 0 && text[start - 1] is '"' or '}'
            && string.CompareOrdinal(text, start, ParameterName, 0, ParameterName.Length) == 0
            && start + ParameterName.Length < text.Length && text[start + ParameterName.Length] is '"' or '=';

    private readonly bool IsEscaped(int index) => index > 0 && text[index - 1] == '\\';

    private readonly bool IsBehindPercent(int index) => index >= 3 && text[index - 3] == '%';

    // The prefix of a key, or as much of one as a literal has left.
    private readonly bool AtBeginning(int index)
    {
        int length = KeyShapes.MatchPrefix(text, index, out bool isWhole);
        if (isWhole)
        {
            found.HasPrefix = found.HasBeginning = true;
            return true;
        }

        int end = index + length;
        bool isCut = length >= 2 && end < text.Length && text[end] is '"' or '{';
        if (isCut)
        {
            // Two characters alone end many a text.
            found.HasBeginning |= length > 2 || (index > 0 && text[index - 1] == '"');
        }

        return isCut;
    }

    private void AtMark(int index)
    {
        switch (text[index])
        {
            case '"' or '\'':
                AtQuote(index);
                break;
            case ',':
                AtComma(index);
                break;
            case ';':
                _crumbs = _crumbLength = _commas = 0;
                break;
            case '?':
                AtParameter(index);
                break;
            case '&':
                AtParameter(index);
                AtEscape(index);
                break;
            case '\\':
                if (index + 1 < text.Length && text[index + 1] is 'u' or 'U' or 'x')
                {
                    found.Texts.Add(index);
                }

                AtEscape(index);
                break;
            default:
                AtEscape(index);
                break;
        }
    }

    private void AtEscape(int index)
    {
        if (++_escapes == FewestEscapes)
        {
            found.Texts.Add(index);
        }
    }

    private readonly void AtParameter(int index)
    {
        if (string.CompareOrdinal(text, index + 1, UrlParameter, 0, UrlParameter.Length) == 0)
        {
            found.Texts.Add(index);
        }
    }

    private void AtQuote(int index)
    {
        int length = index - _lastQuote - 1;
        _lastQuote = index;
        _escapes = text[index] == '"' ? 0 : _escapes;
        if (length is > 0 and <= LongestCrumb)
        {
            _crumbs++;
            bool wasShort = _crumbLength < KeyShapes.ShortestKey || _crumbs <= FewestCrumbs;
            _crumbLength += length;
            if (wasShort && _crumbLength >= KeyShapes.ShortestKey && _crumbs >= FewestCrumbs)
            {
                found.Crumbs.Add(index);
            }
        }
    }

    private void AtComma(int index)
    {
        _commas = index - _lastComma <= LongestElement ? _commas + 1 : 1;
        _lastComma = index;
        if (_commas == KeyShapes.ShortestKey - 1)
        {
            found.Lists.Add(index);
        }
    }

    private readonly Kind KindAt(int index)
    {
        char c = text[index];
        return c < 128 ? Kinds[c] : Kind.None;
    }

    private static bool IsMixed(int run, int breaks, int digits) => run >= KeyFragments.ShortestRun && KeyFragments.IsMixed(run, breaks, digits);

    private static bool IsBreak(Kind before, Kind kind) => (before == Kind.Digit) != (kind == Kind.Digit) || (before == Kind.Small && kind == Kind.Capital);

    private static Kind[] CreateKinds()
    {
        var kinds = new Kind[128];
        for (char c = '\0'; c < kinds.Length; c++)
        {
            kinds[c] = c switch
            {
                >= 'a' and <= 'z' => Kind.Small,
                >= 'A' and <= 'Z' => Kind.Capital,
                >= '0' and <= '9' => Kind.Digit,
                '_' => Kind.Underscore,
                '-' or '+' or '/' or '=' => Kind.Joiner,
                '"' or '\'' or ',' or ';' or '?' or '&' or '\\' or '%' => Kind.Mark,
                _ => Kind.None,
            };
        }

        return kinds;
    }
}
