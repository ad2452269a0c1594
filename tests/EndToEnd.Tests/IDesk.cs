namespace GeminiGen.EndToEnd.Tests;

/// <summary>One method for each return type.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IDesk
{
    [Prompt("Summarise:\n{document}")]
    [SystemInstruction("You are \"terse\" {{really}}.")]
    [Generation(Thinking = ThinkingLevel.Low, MaxOutputTokens = 4000)]
    Task<string> SummarizeAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    ValueTask<string> SummarizeQuicklyAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    Task<PromptResult<string>> SummarizeWithUsageAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Describe:\n{document}")]
    Task<Card> DescribeAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Describe:\n{document}")]
    Task<PromptResult<Card>> DescribeWithUsageAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Describe:\n{document}")]
    Task<Measures> MeasureAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Describe:\n{document}")]
    Task<Stamp> StampAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Which tone has this?\n{document}")]
    Task<Tone> ToneAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Count the words:\n{document}")]
    Task<int> CountAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("How sure are you?\n{document}")]
    Task<double> ConfidenceAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Is this about a clock?\n{document}")]
    Task<bool> IsAboutClockAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("List the headings:\n{document}")]
    Task<List<string>> HeadingsAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("List the chapters:\n{document}")]
    Task<Chapter[]> ChaptersAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    IAsyncEnumerable<string> StreamAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    PromptStream<string> StreamWithUsageAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    [Retry(MaxAttempts = 1)]
    Task<string> SummarizeOnceAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Summarise:\n{document}")]
    [Timeout(Seconds = 90)]
    Task<string> SummarizeInTimeAsync(string document, CancellationToken cancellationToken = default);
}
