namespace GeminiGen;

/// <summary>A name between the signs of another template language.</summary>
/// <param name="Start">The first character.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Path">The name with its members.</param>
/// <param name="IsText">Whether it is sent as it is, braces and name; else a value is sent with a sign before it.</param>
internal readonly record struct ForeignPlaceholder(int Start, int Length, string Path, bool IsText)
{
    /// <summary>The name alone.</summary>
    public string Name => Path.IndexOf('.') is > 0 and int dot ? Path.Substring(0, dot) : Path;

    /// <summary>Finds <c>{{x}}</c>, <c>{{ x }}</c>, <c>{{$x}}</c> and <c>${x}</c>. Whether the name is a parameter's is not asked here.</summary>
    /// <param name="template">The text.</param>
    /// <param name="start">Where it begins.</param>
    public static List<ForeignPlaceholder> FindAll(string template, int start)
    {
        List<ForeignPlaceholder> found = [];
        for (int open = template.IndexOf('{', start); open >= 0 && open < template.Length; open = template.IndexOf('{', open))
        {
            int inner = open;
            while (inner < template.Length && template[inner] == '{')
            {
                inner++;
            }

            int close = template.IndexOf('}', inner);
            if (close < 0)
            {
                break;
            }

            Add(template, open, inner, close, found);
            open = inner;
        }

        return found;
    }

    private static void Add(string template, int open, int inner, int close, List<ForeignPlaceholder> found)
    {
        bool isDouble = inner - open == 2 && close + 1 < template.Length && template[close + 1] == '}' && (close + 2 == template.Length || template[close + 2] != '}');
        bool hasDollar = inner - open == 1 && open > 0 && template[open - 1] == '$';
        string path = template.Substring(inner, close - inner).Trim();
        path = isDouble && path.StartsWith("$", StringComparison.Ordinal) ? path.Substring(1) : path;
        if (!IsPath(path))
        {
            return;
        }

        if (isDouble)
        {
            found.Add(new ForeignPlaceholder(open, close + 2 - open, path, IsText: true));
        }
        else if (hasDollar)
        {
            found.Add(new ForeignPlaceholder(open - 1, close + 2 - open, path, IsText: false));
        }
    }

    private static bool IsPath(string text)
    {
        bool isStart = true;
        foreach (char character in text)
        {
            if (character == '.' ? isStart : !(character == '_' || (isStart ? char.IsLetter(character) : char.IsLetterOrDigit(character))))
            {
                return false;
            }

            isStart = character == '.';
        }

        return !isStart;
    }
}
