namespace GeminiGen.EndToEnd.Tests;

/// <summary>Prompts with media.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IMediaDesk
{
    [Prompt("What is this? {item}")]
    Task<string> DescribeAsync(Media item, CancellationToken cancellationToken = default);

    [Prompt("Compare: {items} In one sentence.")]
    IAsyncEnumerable<string> CompareAsync(IReadOnlyList<Media> items, CancellationToken cancellationToken = default);

    [Prompt("{message} {item}")]
    Task<string> ChatAsync(Conversation conversation, string message, Media? item = null, CancellationToken cancellationToken = default);
}
