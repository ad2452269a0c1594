namespace GeminiGen.EndToEnd.Tests;

/// <summary>Prompts in files.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IColourDesk
{
    [PromptFile("Prompts/Colour.prompt")]
    Task<string> NameAsync(Conversation conversation, Media sample, string thing, CancellationToken cancellationToken = default);
}
