using System.Text.Json;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>A prompt in a file, with everything a file may say, on its way to the API.</summary>
public sealed class PromptFileTests : EndToEndTest
{
    [Fact]
    public async Task Examples_of_the_file_stand_before_the_history_and_are_no_part_of_it()
    {
        var desk = new ColourDesk(CreateClient(static _ => { }));
        Conversation conversation = new();
        Media sample = Media.FromBytes("PNG"u8.ToArray(), "image/png");

        string first = await desk.NameAsync(conversation, sample, "the sea");
        string second = await desk.NameAsync(conversation, sample, "a frog");

        RecordedRequest request = Emulator.Requests[1];
        using JsonDocument body = JsonDocument.Parse(request.Body);
        Assert.Equal("You name colours.", body.RootElement.GetProperty("systemInstruction").GetProperty("parts")[0].GetProperty("text").GetString());
        Assert.Equal(
            ["user: image/png", "model: red", "user: Which colour is the sea?", "model: " + first, "user: Which colour is a frog?"],
            body.RootElement.GetProperty("contents").EnumerateArray().Select(Describe));
        Assert.Equal(4, conversation.Turns.Count);
        Assert.NotEmpty(second);
    }

    private static string Describe(JsonElement turn)
    {
        JsonElement part = Assert.Single(turn.GetProperty("parts").EnumerateArray());
        string? said = part.TryGetProperty("text", out JsonElement text) ? text.GetString() : part.GetProperty("inlineData").GetProperty("mimeType").GetString();
        return $"{turn.GetProperty("role").GetString()}: {said}";
    }
}
