namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Names that tell what a person wrote from ids, languages and other facts that go into prompts as well.</summary>
internal static class PromptWords
{
    private static readonly string[] Words =
    [
        "prompt", "question", "message", "text", "input", "query", "content", "document", "letter", "body", "feedback", "instruction", "complaint", "note", "transcript", "chat", "conversation", "request", "review",
        "article", "story", "comment", "description",
    ];

    private static readonly string[] FactEndings = ["id", "ids", "name", "key", "type", "kind", "language", "culture", "model", "url", "uri", "path", "file", "count", "length", "size", "title", "version", "hash", "date", "time"];

    /// <summary>Whether a name says that its value is what somebody wrote.</summary>
    public static bool IsText(string name)
        => !IsFact(name) && Words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether a name says that its value is a fact about something.</summary>
    public static bool IsFact(string name) => FactEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
