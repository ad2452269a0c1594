using System.Text.Json;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Every return type, from the interface to the wire and back.</summary>
public sealed class ReturnTypeTests : EndToEndTest
{
    [Fact]
    public async Task Text()
    {
        Assert.Contains("The harbour clock of Westport was restored", await Desk.SummarizeAsync(Documents.Clock), StringComparison.Ordinal);
        RecordedRequest request = Assert.Single(Emulator.Requests);
        Assert.Equal("/v1beta/models/gemini-3.8-flash:generateContent", request.Path);
        using JsonDocument body = JsonDocument.Parse(request.Body);
        Assert.Equal("You are \"terse\" {really}.", body.RootElement.GetProperty("systemInstruction").GetProperty("parts")[0].GetProperty("text").GetString());
        JsonElement config = body.RootElement.GetProperty("generationConfig");
        Assert.Equal(4000, config.GetProperty("maxOutputTokens").GetInt32());
        Assert.Equal("LOW", config.GetProperty("thinkingConfig").GetProperty("thinkingLevel").GetString());
    }

    [Fact]
    public async Task Text_as_value_task() =>
        Assert.Equal(await Desk.SummarizeAsync(Documents.Clock), await Desk.SummarizeQuicklyAsync(Documents.Clock));

    [Fact]
    public async Task Text_with_usage()
    {
        PromptResult<string> result = await Desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Equal("STOP", result.FinishReason.ToString());
        Assert.Equal(result.Text, result.Value);
        Assert.Equal("gemini-3.8-flash", result.ModelVersion);
        Assert.Equal(16, result.ResponseId!.Length);
        Assert.True(result.Usage is { PromptTokenCount: > 50, ThoughtsTokenCount: > 0, CandidatesTokenCount: > 10 });
        Assert.Equal(result.Usage.PromptTokenCount + result.Usage.ThoughtsTokenCount + result.Usage.CandidatesTokenCount, result.Usage.TotalTokenCount);
        Assert.True(result.Cost > 0);
        Assert.Equal(1, result.Attempts);
    }

    [Fact]
    public async Task Record()
    {
        Card card = await Desk.DescribeAsync(Documents.Clock);
        AssertIsClock(card);
    }

    [Fact]
    public async Task Record_with_usage()
    {
        PromptResult<Card> result = await Desk.DescribeWithUsageAsync(Documents.Clock);
        AssertIsClock(result.Value);
        Assert.True(result.Cost > 0);
        Assert.StartsWith("{", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structure()
    {
        Measures measures = await Desk.MeasureAsync(Documents.Clock);
        Assert.InRange(measures.WordCount, 50, 80);
        Assert.Equal(2, measures.HeadingCount);
    }

    [Fact]
    public async Task Values_with_a_form_of_their_own()
    {
        Stamp stamp = await Desk.StampAsync("The meeting of 2026-03-04 is described at https://example.org/minutes in full.");
        Assert.NotEqual(Guid.Empty, stamp.Id);
        Assert.Equal(new DateOnly(2026, 3, 4), stamp.Day);
        Assert.Equal(new Uri("https://example.org/minutes"), stamp.Source);
        Assert.True(char.IsLetter(stamp.Initial));
    }

    [Fact]
    public async Task Enum() => Assert.Equal(Tone.Positive, await Desk.ToneAsync(Documents.Clock));

    [Fact]
    public async Task Whole_number() => Assert.InRange(await Desk.CountAsync(Documents.Clock), 50, 80);

    [Fact]
    public async Task Number() => Assert.True(double.IsFinite(await Desk.ConfidenceAsync(Documents.Clock)));

    [Fact]
    public async Task Flag() => Assert.True(await Desk.IsAboutClockAsync(Documents.Clock));

    [Fact]
    public async Task List() => Assert.Equal(["The harbour clock", "Reactions"], await Desk.HeadingsAsync(Documents.Clock));

    [Fact]
    public async Task Array_of_classes()
    {
        Chapter[] chapters = await Desk.ChaptersAsync(Documents.Clock);
        Assert.Equal(["The harbour clock", "Reactions"], chapters.Select(chapter => chapter.Title));
        Assert.Contains("Residents love", chapters[1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream()
    {
        var pieces = new List<string>();
        await foreach (string piece in Desk.StreamAsync(Documents.Clock))
        {
            pieces.Add(piece);
        }

        Assert.True(pieces.Count > 3);
        Assert.Equal(await Desk.SummarizeQuicklyAsync(Documents.Clock), string.Concat(pieces));
        Assert.Equal("/v1beta/models/gemini-3.8-flash:streamGenerateContent", Emulator.Requests[0].Path);
        Assert.Equal("alt=sse", Emulator.Requests[0].Query);
    }

    [Fact]
    public async Task Stream_with_usage()
    {
        PromptStream<string> stream = Desk.StreamWithUsageAsync(Documents.Clock);
        Assert.Empty(Emulator.Requests);
        string text = "";
        await foreach (string piece in stream)
        {
            text += piece;
        }

        PromptCompletion completion = await stream.Completion;
        PromptResult<string> whole = await Desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal(whole.Text, text);
        Assert.Equal(whole.Usage, completion.Usage);
        Assert.Equal(whole.Cost, completion.Cost);
        Assert.Equal("STOP", completion.FinishReason.ToString());
        Assert.Equal("gemini-3.8-flash", completion.ModelVersion);
    }

    [Fact]
    public async Task Older_model_gets_the_other_dialect_and_no_level()
    {
        IDesk desk = CreateDesk(options => options.Models["IDesk"] = "gemini-2.5-flash-lite");
        AssertIsClock(await desk.DescribeAsync(Documents.Clock));
        await desk.SummarizeAsync(Documents.Clock);
        Assert.All(Emulator.Requests, request => Assert.Contains("gemini-2.5-flash-lite", request.Path, StringComparison.Ordinal));
        Assert.DoesNotContain("thinkingLevel", Emulator.Requests[1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alias_tells_which_model_answered()
    {
        IDesk desk = CreateDesk(options => options.Models["IDesk"] = "models/gemini-flash-latest");
        PromptResult<string> result = await desk.SummarizeWithUsageAsync(Documents.Clock);
        Assert.Equal("gemini-3.8-flash", result.ModelVersion);
        Assert.Contains("/models/gemini-flash-latest:", Assert.Single(Emulator.Requests).Path, StringComparison.Ordinal);
    }

    private static void AssertIsClock(Card card)
    {
        Assert.Equal("The harbour clock", card.Title);
        Assert.Equal(CardKind.Clock, card.Kind);
        Assert.Contains("clock", card.Topics);
        Assert.Equal(new DateOnly(2026, 5, 3), card.Published);
        Assert.Equal(new Person("Ada Byron", null), card.Author);
    }
}
