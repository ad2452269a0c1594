namespace GeminiGen.Benchmarks.Contracts;

/// <summary>The typed call under test. The model comes from the options.</summary>
[GeminiPrompts]
[SystemInstruction(BenchmarkPrompts.Instruction)]
[Generation(MaxOutputTokens = 4000)]
public partial interface ICardDesk
{
    /// <summary>One typed answer.</summary>
    [Prompt("{document}")]
    Task<DocumentCard> DescribeAsync(string document, CancellationToken cancellationToken = default);
}
