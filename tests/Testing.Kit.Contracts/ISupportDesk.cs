namespace GeminiGen.Testing.Contracts;

/// <summary>A contract of an application.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
[SystemInstruction("You are a patient support agent.")]
public partial interface ISupportDesk
{
    /// <summary>Answers a question.</summary>
    [Prompt("Answer in {language}: {question}")]
    Task<string> AnswerAsync(string question, string language = "English", CancellationToken cancellationToken = default);

    /// <summary>Classifies feedback.</summary>
    [Prompt("Classify this customer feedback.\n{feedback}")]
    Task<Feedback> ClassifyAsync([System.ComponentModel.DataAnnotations.MaxLength(100)] string feedback, CancellationToken cancellationToken = default);

    /// <summary>Writes a poem.</summary>
    [Prompt("Write a poem about {topic}")]
    PromptStream<string> WritePoemAsync(string topic, CancellationToken cancellationToken = default);

    /// <summary>Lists topics.</summary>
    [Prompt("List the topics in {document}")]
    IAsyncEnumerable<Topic> TopicsAsync(string document, CancellationToken cancellationToken = default);

    /// <summary>Describes feedback, with usage.</summary>
    [Prompt("Describe {feedback}")]
    Task<PromptResult<Feedback>> DescribeAsync(string feedback, CancellationToken cancellationToken = default);

    /// <summary>Talks.</summary>
    [Prompt("{message}")]
    Task<string> ChatAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);

    /// <summary>Talks to somebody known by a key.</summary>
    [Prompt("{message}")]
    ValueTask<string> ChatWithAsync([ConversationKey] string customer, string message);

    /// <summary>Tells a joke.</summary>
    [Prompt("Tell me a joke.")]
    Task<string> JokeAsync();

    /// <summary>Sums up what a stranger wrote.</summary>
    [Prompt("Sum up: {mail}")]
    Task<string> SumUpAsync([Untrusted] string mail, CancellationToken cancellationToken = default);

    /// <summary>Makes a vector.</summary>
    [Embed(Model = GeminiModels.GeminiEmbedding2)]
    Task<float[]> EmbedAsync(string text, CancellationToken cancellationToken = default);
}
