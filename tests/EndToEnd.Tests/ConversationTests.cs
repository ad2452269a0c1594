using System.Text.Json;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Conversations over real HTTP.</summary>
public sealed class ConversationTests : EndToEndTest
{
    [Fact]
    public async Task A_conversation_grows_turn_by_turn()
    {
        ChatDesk desk = new(CreateClient(_ => { }));
        Conversation conversation = new();

        await desk.ChatAsync(conversation, "Summarise:\n" + Documents.Clock);
        await foreach (string _ in desk.StreamAsync(conversation, "When was it restored?"))
        {
        }

        PromptResult<string> last = await desk.ChatAsync(Conversation.Parse(conversation.ToJson()), "Thanks.");

        Assert.Equal([1, 3, 5], Emulator.Requests.Select(request => Turns(request.Body)));
        Assert.Equal(PromptOutcome.Complete, last.Outcome);
        Assert.Equal(4, conversation.Turns.Count);
        Assert.Contains("Westport", conversation.Turns[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_is_not_said()
    {
        ChatDesk desk = new(CreateClient(_ => { }));
        Conversation conversation = new();
        Emulator.Script(EmulatorFault.MaxTokens(), EmulatorFault.Unavailable(), EmulatorFault.None);

        Assert.Equal(PromptOutcome.Truncated, (await desk.ChatAsync(conversation, Documents.Clock)).Outcome);
        Assert.Empty(conversation.Turns);
        Assert.Equal(2, (await desk.ChatAsync(conversation, Documents.Clock)).Attempts);
        Assert.Equal(2, conversation.Turns.Count);
    }

    private static int Turns(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty("contents").GetArrayLength();
    }
}
