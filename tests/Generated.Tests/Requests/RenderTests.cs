using System.Text.Json;
using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>What would be sent is what is sent.</summary>
public sealed class RenderTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0];

    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Fact]
    public async Task The_body_is_the_one_a_call_sends()
    {
        await SameAsync(new TextDesk(_gemini.Client()), static desk => desk.RenderAnswerAsync("Why \"{x}\"?"), static desk => desk.AnswerAsync("Why \"{x}\"?"));
        await SameAsync(new ExampleDesk(_gemini.Client()), static desk => desk.RenderRateAsync("Good."), static desk => desk.RateAsync("Good."));
        await SameAsync(new OptionsDesk(_gemini.Client()), static desk => desk.RenderAskOtherAsync("a"), static desk => desk.AskOtherAsync("a"));
        await SameAsync(
            new UntrustedDesk(_gemini.Client(static options => options.UntrustedDelimiter = static () => "0123456789abcdef")),
            static desk => desk.RenderSummarizeAsync("mail", "Ada"),
            static desk => desk.SummarizeAsync("mail", "Ada"));
    }

    [Fact]
    public async Task The_body_of_a_typed_answer_and_of_functions_is_the_one_a_call_sends()
    {
        FakeGemini typed = FakeGemini.Text("""{"stars":4}""");
        Conversation conversation = new();
        conversation.AddUserTurn("Before?");
        conversation.AddModelTurn("Before.");
        ExampleDesk desk = new(typed.Client());

        RenderedPrompt rendered = await desk.RenderRateTypedAsync("Good.", conversation);
        await desk.RateTypedAsync("Good.", conversation);

        Assert.Equal(typed.Body, rendered.Json);
        Assert.Equal("[system]\nYou rate reviews.\n\n[user]\nGreat!\n\n[model]\n{\"stars\":5}\n\n[user]\nBefore?\n\n[model]\nBefore.\n\n[user]\nGood.", rendered.Text);
        Assert.Equal(4, conversation.Turns.Count);

        await SameAsync(new ExampleDesk(_gemini.Client()), static desk => desk.RenderAskAsync("a"), static desk => desk.AskAsync("a"));
    }

    [Fact]
    public async Task No_key_and_no_network_is_needed_and_no_key_is_shown()
    {
        const string Key = "certainly-no-key";
        GeminiOptions options = new() { DefaultModel = "gemini-3.8-flash", ApiKey = Key };
        using HttpClient none = new(new NoNetwork());

        RenderedPrompt rendered = await new TextDesk(new GeminiClient(options, none)).RenderAnswerAsync("Why?");

        Assert.Equal("[user]\nWhy?", rendered.Text);
        Assert.Equal(rendered.Text, rendered.ToString());
        Assert.DoesNotContain(Key, rendered.Json, StringComparison.Ordinal);
        Assert.Equal("gemini-3.8-flash", rendered.Model);
    }

    [Fact]
    public async Task Media_is_described_and_not_read()
    {
        UntrustedDesk desk = new(_gemini.Client());

        RenderedPrompt rendered = await desk.RenderOptionalAsync(photo: Media.FromBytes(Jpeg));

        Assert.Equal("""{"inlineData":{"mimeType":"image/jpeg","data":"<11 bytes>"}}""", JsonAssert.At(rendered.Json, "contents", 0, "parts", 1));
        Assert.Contains("[image/jpeg, 11 bytes]</untrusted-", rendered.Text, StringComparison.Ordinal);
        Assert.Empty(_gemini.Bodies);
        await Assert.ThrowsAsync<GeminiMediaTypeException>(() => desk.RenderOptionalAsync(photo: Media.FromStream(new Unseekable([0, 1, 2, 3]))));
    }

    [Fact]
    public async Task Tokens_are_estimated_for_texts_functions_and_schema()
    {
        int words = (await new TextDesk(_gemini.Client()).RenderAnswerAsync(new string('7', 1000))).EstimatedTokens;
        Assert.Equal(1001, words);

        int typed = (await new OptionsDesk(_gemini.Client()).RenderAskTypedAsync("7")).EstimatedTokens;
        Assert.InRange(typed, 12, 100);

        int withFunctions = (await new OptionsDesk(_gemini.Client()).RenderChatAsync(new Conversation(), "7")).EstimatedTokens;
        Assert.InRange(withFunctions, 12, 100);
    }

    [Fact]
    public async Task Options_are_checked_and_the_limit_of_streams_counts_for_streams()
    {
        OptionsDesk desk = new(_gemini.Client());
        PromptOptions options = new() { Model = "gemini-4-argon", MaxOutputTokens = 40000 };

        Assert.Equal("gemini-4-argon", (await desk.RenderTellAsync(options, "a")).Model);
        await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.RenderAskAsync("a", options));
    }

    [Fact]
    public async Task Arguments_are_checked_as_in_a_call()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => new TextDesk(_gemini.Client()).RenderAnswerAsync(null!));
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => new OptionsDesk(_gemini.Client()).RenderAskAsync("a", null, cancelled.Token));
    }

    private async Task SameAsync<T>(T desk, Func<T, Task<RenderedPrompt>> render, Func<T, Task<string>> call)
    {
        int before = _gemini.Bodies.Count;
        RenderedPrompt rendered = await render(desk);
        Assert.Equal(before, _gemini.Bodies.Count);
        await call(desk);
        Assert.Equal(_gemini.Body, rendered.Json);
        Assert.EndsWith("/models/" + rendered.Model + ":generateContent", _gemini.Addresses[^1].AbsolutePath, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(rendered.Json);
    }

    /// <summary>Fails on every request.</summary>
    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new InvalidOperationException("Something was sent.");
    }

    /// <summary>A stream that can be read once.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
