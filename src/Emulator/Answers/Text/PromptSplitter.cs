namespace GeminiGen.Emulator.Answers.Text;

/// <summary>
/// Splits one text into the instruction and the document it is about. Prompts have no fixed form, so the usual ones are tried in turn:
/// a document between marks, an instruction line before it, an instruction paragraph before or after it.
/// </summary>
internal static class PromptSplitter
{
    /// <summary>Instructions are short; what is longer, in characters, is a document.</summary>
    private const int LongestLead = 800;

    private static readonly string[] Fences = ["\"\"\"", "```", "'''", "<<<"];

    public static (string Instruction, string Document) Split(string prompt)
    {
        string text = prompt.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        (string instruction, string document) =
            ByTag(text) ?? ByFence(text) ?? ByFirstLine(text) ?? ByLeadingLines(text) ?? ByLastParagraph(text) ?? BySentence(text) ?? Whole(text);
        return (instruction.Trim(), InstructionText.WithoutLabel(document).Trim());
    }

    /// <summary>Both parts of a prompt without any mark: what is long, or tells a story instead of what to do, is a document.</summary>
    private static (string, string) Whole(string text)
    {
        bool tells = SentenceSplitter.Split(text).Skip(2).Any() && !InstructionText.LooksLikeInstruction(text);
        return tells || text.Length > LongestLead ? ("", text) : (text, "");
    }

    private static (string, string)? ByTag(string text)
    {
        int open = text.IndexOf('<', StringComparison.Ordinal);
        int close = open < 0 ? -1 : text.IndexOf('>', open);
        if (open is < 0 or > LongestLead || close < 0 || !text[(open + 1)..close].All(c => char.IsLetterOrDigit(c) || c is '_' or '-'))
        {
            return null;
        }

        string closing = $"</{text[(open + 1)..close]}>";
        return Between(text, open, close + 1, closing);
    }

    private static (string, string)? ByFence(string text)
    {
        foreach (string fence in Fences)
        {
            int open = text.StartsWith(fence, StringComparison.Ordinal) ? 0 : text.IndexOf("\n" + fence, StringComparison.Ordinal);
            if (open is >= 0 and <= LongestLead)
            {
                int content = open + fence.Length + (open == 0 ? 0 : 1);
                if (Between(text, open, content, fence == "<<<" ? ">>>" : fence) is { } split)
                {
                    return split;
                }
            }
        }

        return null;
    }

    /// <summary>Accepts marks only where they wrap the bulk of the prompt: a document may hold the same marks itself.</summary>
    private static (string, string)? Between(string text, int open, int start, string closing)
    {
        int end = text.LastIndexOf(closing, StringComparison.Ordinal);
        if (end <= start || text.Length - end > LongestLead || text[..open].Contains("\n#", StringComparison.Ordinal) || text[..open].StartsWith('#'))
        {
            return null;
        }

        string after = text[(end + closing.Length)..];
        bool wraps = end - start > (open + after.Length) / 4 && (after.Trim().Length == 0 || InstructionText.LooksLikeInstruction(after));
        return wraps ? (text[..open] + "\n" + after, text[start..end]) : null;
    }

    /// <summary>"Summarise in three sentences: the document …", with the document on the same line.</summary>
    private static (string, string)? ByFirstLine(string text)
    {
        int lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        string line = lineEnd < 0 ? text : text[..lineEnd];
        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon is < 0 or > LongestLead || line.EndsWith('?') || !InstructionText.LooksLikeInstruction(text[..colon]))
        {
            return null;
        }

        return InstructionText.HasLabel(line) ? null : (text[..(colon + 1)], text[(colon + 2)..]);
    }

    /// <summary>Lines up to one that ends with a colon, or the first paragraph, or the first line.</summary>
    private static (string, string)? ByLeadingLines(string text)
    {
        if (text.StartsWith('#'))
        {
            return null;
        }

        int colon = text.IndexOf(":\n", StringComparison.Ordinal);
        if (colon is >= 0 and < LongestLead && !text[..colon].Contains("\n#", StringComparison.Ordinal) && InstructionText.LooksLikeInstruction(FirstLine(text)))
        {
            return WithTask(text[..(colon + 1)], text[(colon + 2)..]);
        }

        int blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank is >= 0 and <= LongestLead && InstructionText.LooksLikeInstruction(text[..blank]))
        {
            return WithTask(text[..blank], text[(blank + 2)..]);
        }

        int line = text.IndexOf('\n', StringComparison.Ordinal);
        return line is >= 0 and <= LongestLead && InstructionText.LooksLikeInstruction(text[..line]) ? WithTask(text[..line], text[(line + 1)..]) : null;
    }

    /// <summary>Moves a last paragraph "Question: …" from the document to the instruction.</summary>
    private static (string, string) WithTask(string instruction, string document)
    {
        int last = document.TrimEnd().LastIndexOf('\n');
        string tail = document[(last + 1)..];
        return tail.Length <= LongestLead && InstructionText.HasLabel(tail) ? (instruction + "\n" + tail, document[..Math.Max(0, last)]) : (instruction, document);
    }

    private static (string, string)? ByLastParagraph(string text)
    {
        int blank = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        return blank > 0 && text.Length - blank <= LongestLead && InstructionText.LooksLikeInstruction(text[blank..]) ? (text[blank..], text[..blank]) : null;
    }

    /// <summary>One paragraph whose first sentence tells what to do with the rest.</summary>
    private static (string, string)? BySentence(string text)
    {
        string? first = SentenceSplitter.Split(text[..Math.Min(text.Length, LongestLead)]).FirstOrDefault();
        if (first is null || !text.StartsWith(first, StringComparison.Ordinal) || !InstructionText.LooksLikeInstruction(first))
        {
            return null;
        }

        string rest = text[first.Length..];
        return rest.Length > first.Length ? (first, rest) : null;
    }

    private static string FirstLine(string text) => text[..text.IndexOf('\n', StringComparison.Ordinal)];
}
