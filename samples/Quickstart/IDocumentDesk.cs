using GeminiGen;

namespace Quickstart;

/// <summary>Reads documents. The class <c>DocumentDesk</c>, which does it, is generated while this compiles.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
[SystemInstruction("You are a careful editor. Say only what the document says.")]
public partial interface IDocumentDesk
{
    /// <summary>Text in, text out.</summary>
    [Prompt("Summarise this document in {sentences} sentences.\n\n{document}")]
    [Generation(Thinking = ThinkingLevel.Low, MaxOutputTokens = 4000)]
    Task<PromptResult<string>> SummarizeAsync(string document, int sentences = 3, CancellationToken cancellationToken = default);

    /// <summary>Text in, a typed record out: its schema is sent along and its JSON is read without reflection.</summary>
    [Prompt("Fill in a catalogue card for this document.\n\n{document}")]
    [Generation(Thinking = ThinkingLevel.Low)]
    Task<PromptResult<DocumentCard>> DescribeAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>An answer that arrives piece by piece.</summary>
    [Prompt("Answer the question from the document.\nQuestion: {question}\n\nDocument:\n{document}")]
    PromptStream<string> AnswerAsync(string question, string document, CancellationToken cancellationToken = default);
}
