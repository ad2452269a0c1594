namespace GeminiGen.Benchmarks.Contracts;

/// <summary>A stream whose events are of changing shape. The model comes from the options.</summary>
[GeminiPrompts]
[SystemInstruction(BenchmarkPrompts.Instruction)]
[Generation(MaxOutputTokens = 4000, Temperature = 0.2)]
public partial interface IUnevenDesk
{
    /// <summary>A streamed answer.</summary>
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    PromptStream<string> StreamSummary(string document, int sentences, CancellationToken cancellationToken = default);
}
