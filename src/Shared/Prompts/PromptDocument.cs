namespace GeminiGen;

/// <summary>A prompt file taken apart: front matter between two lines of three dashes, and the template behind it.</summary>
internal sealed class PromptDocument
{
    private const string Fence = "---";

    private PromptDocument(PromptFile file, int fenceStart, int frontMatterStart, int frontMatterEnd, int bodyStart)
    {
        File = file;
        FenceStart = fenceStart;
        FrontMatterStart = frontMatterStart;
        FrontMatterEnd = frontMatterEnd;
        BodyStart = bodyStart;
    }

    /// <summary>The file.</summary>
    public PromptFile File { get; }

    /// <summary>Whether it has front matter.</summary>
    public bool HasFrontMatter => FrontMatterStart >= 0;

    /// <summary>Whether the front matter's second line of dashes is missing.</summary>
    public bool IsOpen => HasFrontMatter && FrontMatterEnd < 0;

    /// <summary>Where the line before the front matter begins; -1 when there is none.</summary>
    public int FenceStart { get; }

    /// <summary>Where the front matter begins; -1 when there is none.</summary>
    public int FrontMatterStart { get; }

    /// <summary>Where its closing line begins; -1 when there is none.</summary>
    public int FrontMatterEnd { get; }

    /// <summary>Where the template begins.</summary>
    public int BodyStart { get; }

    /// <summary>Takes a file apart. Comments and empty lines may stand before the front matter.</summary>
    public static PromptDocument Split(PromptFile file)
    {
        string text = file.Text;
        int start = 0;
        while (start < text.Length && !IsFence(text, start))
        {
            bool isSkipped = IsBlankLine(text, start) || text[start] == '#';
            if (!isSkipped)
            {
                return new PromptDocument(file, -1, -1, -1, 0);
            }

            start = GetNextLine(text, start);
        }

        if (start >= text.Length)
        {
            return new PromptDocument(file, -1, -1, -1, 0);
        }

        int frontMatter = GetNextLine(text, start);
        for (int line = frontMatter; line < text.Length; line = GetNextLine(text, line))
        {
            if (IsFence(text, line))
            {
                return new PromptDocument(file, start, frontMatter, line, GetNextLine(text, line));
            }
        }

        return new PromptDocument(file, start, Math.Min(frontMatter, text.Length), -1, text.Length);
    }

    /// <summary>Takes the template apart. Blank lines before it and white space behind it belong to the file and not to the prompt.</summary>
    public PromptTemplate ParseBody(bool isHandlebars)
    {
        string text = File.Text;
        int end = text.Length;
        while (end > BodyStart && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        int start = BodyStart;
        while (start < end && IsBlankLine(text, start))
        {
            start = GetNextLine(text, start);
        }

        start = Math.Min(start, end);
        text = text.Substring(0, end);
        return isHandlebars ? PromptTemplate.ParseHandlebars(text, start) : PromptTemplate.Parse(text, start, isFile: true);
    }

    /// <summary>Says that a file is missing, and what to do.</summary>
    public static string DescribeMissing(PromptFiles files, string path)
        => files.FindNearest(path) is { } nearest
            ? $"there is no file '{path}'; write '{nearest}'"
            : $"there is no file '{path}' among the project's AdditionalFiles; add it to the project, as a file whose name ends with '{PromptFile.Extension}'";

    private static bool IsFence(string text, int line)
    {
        if (string.CompareOrdinal(text, line, Fence, 0, Fence.Length) != 0)
        {
            return false;
        }

        int rest = line + Fence.Length;
        return rest == text.Length || IsBlankLine(text, rest);
    }

    private static bool IsBlankLine(string text, int position)
    {
        while (position < text.Length && text[position] is not '\n')
        {
            if (!char.IsWhiteSpace(text[position]))
            {
                return false;
            }

            position++;
        }

        return true;
    }

    private static int GetNextLine(string text, int line) => text.IndexOf('\n', line) is >= 0 and int end ? end + 1 : text.Length;
}
