namespace GeminiGen.Emulator.Answers.Text;

/// <summary>
/// Answers in text with what the prompt itself holds: a summary of its document's most telling sentences, or those that match the
/// question. A closing note says that no model was asked.
/// </summary>
internal static class TextAnswer
{
    private const string Note = "[Emulated: extracted from the prompt, no model was asked.]";

    private const int UsualTopics = 5;

    public static string Write(PromptInput input) => $"{Body(input)}\n\n{Note}";

    /// <summary>A summary of so many sentences, without the note; for text members of typed answers.</summary>
    public static string Summary(InputDocument document, int sentences) =>
        Join(SentenceRanker.MostTelling(document.Sentences, sentences).Select(sentence => sentence.Text), asList: false);

    private static string Body(PromptInput input)
    {
        if (input.Results.Count > 0)
        {
            return "The functions gave:\n" + Join(input.Results, asList: true);
        }

        if (input.Document.Sentences.Count == 0)
        {
            return WithoutDocument(input);
        }

        if (input.Question is { } question && !InstructionText.AsksForTheWhole(question))
        {
            return Answer(input, question);
        }

        return input.Wish.Topics ? Topics(input) : Summary(input);
    }

    private static string Summary(PromptInput input)
    {
        AnswerWish wish = input.Wish;
        int count = wish.InWords ? input.UsualSentences : wish.Count ?? input.UsualSentences;
        IEnumerable<string> sentences = SentenceRanker.MostTelling(input.Document.Sentences, count).Select(sentence => sentence.Text);
        string text = Join(sentences, wish.AsList);
        return text.Length == 0 ? input.Document.Title : wish is { InWords: true, Count: { } words } ? FirstWords(text, words) : text;
    }

    private static string Answer(PromptInput input, string question)
    {
        int count = input.Wish is { InWords: false, Count: { } wished } ? wished : input.UsualSentences;
        IReadOnlyList<Sentence> found = SentenceRanker.Matching(input.Document.Sentences, question, count);
        return found.Count > 0
            ? Join(found.Select(sentence => sentence.Text), input.Wish.AsList)
            : $"The given text does not answer that. What it is about: {Summary(input.Document, 1)}";
    }

    private static string Topics(PromptInput input)
    {
        int count = input.Wish.Count ?? UsualTopics;
        string[] headings = [.. input.Document.Headings.Skip(1).Take(count)];
        return Join(headings.Length == count ? headings : Keywords.Of(input.Document, count), asList: true);
    }

    private static string WithoutDocument(PromptInput input)
    {
        if (input.Media.Count > 0)
        {
            return $"The prompt brings {input.Media.Count} attachment(s) ({string.Join(", ", input.Media.Distinct())}), which the emulator cannot look into.";
        }

        string request = input.Document.IsEmpty ? input.Instruction : input.Document.Text;
        return $"The prompt brings no text to answer from. It asks: \u201C{FirstWords(request.ReplaceLineEndings(" "), 40)}\u201D";
    }

    private static string Join(IEnumerable<string> sentences, bool asList) =>
        asList ? string.Join('\n', sentences.Select(sentence => "- " + sentence)) : string.Join(' ', sentences);

    private static string FirstWords(string text, int count)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? string.Join(' ', words) : string.Join(' ', words.Take(count)) + "…";
    }
}
