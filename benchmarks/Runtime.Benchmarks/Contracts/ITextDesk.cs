namespace GeminiGen.Benchmarks.Contracts;

/// <summary>The text call and the stream under test. The model comes from the options.</summary>
[GeminiPrompts]
[SystemInstruction(BenchmarkPrompts.Instruction)]
[Generation(MaxOutputTokens = 4000, Temperature = 0.2)]
public partial interface ITextDesk
{
    /// <summary>One text answer.</summary>
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    Task<string> SummarizeAsync(string document, int sentences, CancellationToken cancellationToken = default);

    /// <summary>The same, with usage and cost.</summary>
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    Task<PromptResult<string>> SummarizeResultAsync(string document, int sentences, CancellationToken cancellationToken = default);

    /// <summary>A streamed answer.</summary>
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    PromptStream<string> StreamSummary(string document, int sentences, CancellationToken cancellationToken = default);
}
