using System.Text.Json;
using Extras;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Code fences, repairs, thoughts and raw responses, against the emulator.</summary>
public sealed class ExtrasTests : EmulatedTest
{
    private MarkDesk Desk => new(Client("IMarkDesk", GeminiModels.Gemini38Flash));

    [Fact]
    public async Task Fenced_answers_are_found()
    {
        Emulator.Script(EmulatorFault.FencedJson().Times(3));

        PromptResult<Mark> result = await Desk.RawAsync(Document);
        Assert.InRange(result.Value.Stars, 1, 5);
        Assert.Contains("```json", result.Text, StringComparison.Ordinal);
        Assert.InRange((await Desk.PlainAsync(Document)).Stars, 1, 5);
        Assert.NotEmpty(await ReadAsync(new Feeds.FeedDesk(Client("IFeedDesk", GeminiModels.Gemini38Flash)).TopicsAsync(Document)));
        Assert.Equal(3, Emulator.Requests.Count);
    }

    [Fact]
    public async Task Malformed_and_invalid_answers_are_repaired()
    {
        Emulator.Script(EmulatorFault.MalformedJson(), EmulatorFault.Answer("""{"stars":9,"reason":"x"}"""));

        PromptResult<Mark> result = await Desk.MarkAsync(Document);

        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Equal(3, Emulator.Requests.Count);
        Assert.Collection(
            result.Repairs,
            error => Assert.IsType<GeminiMalformedAnswerException>(error),
            error => Assert.Equal("$.stars", Assert.IsType<GeminiInvalidAnswerException>(error).JsonPath));
        Assert.True(result.Usage.PromptTokenCount > 0 && result.Cost > 0);
        Assert.Contains("$.stars must be at most 5; it is 9", Emulator.Requests[2].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_repairs_the_first_answer_counts()
    {
        Emulator.Script(EmulatorFault.MalformedJson());

        Assert.Equal(PromptOutcome.Malformed, (await Desk.RawAsync(Document)).Outcome);
        Assert.Single(Emulator.Requests);
    }

    [Fact]
    public async Task Thoughts_and_responses_are_there_for_who_asked()
    {
        PromptResult<string> text = await Desk.TextAsync(Document);
        Assert.NotNull(text.Thoughts);
        using (JsonDocument raw = JsonDocument.Parse(text.RawResponse!))
        {
            Assert.Equal(text.ResponseId, raw.RootElement.GetProperty("responseId").GetString());
        }

        PromptResult<Mark> mark = await Desk.MarkAsync(Document);
        Assert.NotNull(mark.Thoughts);
        Assert.Null(mark.RawResponse);
        PromptResult<Mark> asItCame = await Desk.RawAsync(Document);
        Assert.Null(asItCame.Thoughts);
        Assert.NotNull(asItCame.RawResponse);

        PromptStream<Mark> stream = Desk.StreamAsync(Document);
        await ReadAsync(stream);
        PromptCompletion completion = await stream.Completion;
        Assert.NotNull(completion.Thoughts);
        using JsonDocument events = JsonDocument.Parse(completion.RawResponse!);
        Assert.True(events.RootElement.GetArrayLength() > 0);
    }

    private static async Task<List<T>> ReadAsync<T>(PromptStream<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
