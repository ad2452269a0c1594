using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Tells instructions and questions from other text.</summary>
internal static partial class InstructionText
{
    private static readonly FrozenSet<string> Verbs = (
        "analyse analyze answer ask categorise categorize check classify collect compare compute condense correct count create decide describe determine draft estimate evaluate explain extract fill find fix " +
        "generate give identify improve judge label list make mark name pick produce propose rate read rephrase report return review rewrite say score select show split suggest sum summarise summarize tell " +
        "title translate turn use write analysiere beantworte beschreibe bewerte erkläre erstelle extrahiere fasse finde gib klassifiziere nenne ordne prüfe schreibe übersetze zähle zeige analysez classe classez " +
        "décris donne donnez écris expliquez extrais liste répondez réponds résume résumez traduis traduisez clasifica describe extrae lista resume responde traduce")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> WholeWords =
        "document text article about main point points idea purpose content say says tell summary topic subject key message gist".ContentWords().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a short text tells what to do: a verb of command early in a sentence, a question, or a label that says so.</summary>
    public static bool LooksLikeInstruction(string text)
    {
        text = text.Trim();
        return text.EndsWith('?') || text.EndsWith('？') || text.EndsWith(':') || HasLabel(text) ||
            SentenceSplitter.Split(text).Take(8).Any(sentence => sentence.WordTokens().Take(3).Any(Verbs.Contains));
    }

    /// <summary>Whether a text starts with "Question:", "Task:" or the like.</summary>
    public static bool HasLabel(string text) => TaskLabel().IsMatch(text);

    /// <summary>The question in an instruction, or null.</summary>
    public static string? QuestionIn(string instruction)
    {
        if (QuestionLabel().Match(instruction) is { Success: true } labelled)
        {
            return labelled.Groups[1].Value.Trim();
        }

        string? question = instruction.Split('\n').SelectMany(SentenceSplitter.Split).LastOrDefault(sentence => sentence.EndsWith('?') || sentence.EndsWith('？'));
        int colon = question?.IndexOf(": ", StringComparison.Ordinal) ?? -1;
        return colon >= 0 ? question![(colon + 2)..].Trim() : question;
    }

    /// <summary>Whether a question asks for the document as a whole: "What is this text about?"</summary>
    public static bool AsksForTheWhole(string question) => question.ContentWords().All(WholeWords.Contains);

    /// <summary>Takes a label such as "Document:" off the start.</summary>
    public static string WithoutLabel(string document) => DocumentLabel().Replace(document, "", 1);

    [GeneratedRegex(@"^\s*(question|q|task|instructions?|frage|aufgabe)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex TaskLabel();

    [GeneratedRegex(@"(?:^|\n)\s*(?:question|q|frage|pregunta)\s*:\s*([^\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex QuestionLabel();

    [GeneratedRegex(@"^\s*(document|text|input|article|content|feedback|message|context|source)\s*:[ \t]*\r?\n?", RegexOptions.IgnoreCase)]
    private static partial Regex DocumentLabel();
}
