namespace GeminiGen.Benchmarks.Contracts;

/// <summary>The call with a history and the call with media under test. The model comes from the options.</summary>
[GeminiPrompts]
[SystemInstruction(BenchmarkPrompts.Instruction)]
[Generation(MaxOutputTokens = 4000, Temperature = 0.2)]
public partial interface ITalkDesk
{
    /// <summary>One text answer after a history.</summary>
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    Task<string> SummarizeAsync(Conversation conversation, string document, int sentences, CancellationToken cancellationToken = default);

    /// <summary>One text answer about media.</summary>
    [Prompt("What is this? {item}")]
    Task<string> LookAsync(Media item, CancellationToken cancellationToken = default);
}
