using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary><c>Microsoft.Extensions.AI</c> over OpenAI's client.</summary>
[NotOffered("typed output by responseSchema", "the endpoint takes `response_format` alone")]
[NotOffered("cache: create and use")]
[NotOffered("cache: get, list, update, delete")]
[NotOffered("token counting")]
[NotOffered("models: list")]
[NotOffered("models: get")]
[NotOffered("batch")]
internal sealed class ExtensionsAIChecks(Endpoint endpoint, OutgoingRequests outgoing) : ChatClientChecks(endpoint, outgoing)
{
    private const string NoFiles = "the emulator's OpenAI-compatible endpoint has no files";
    private const string OlderModel = "with a model that wants no signature back";

    private readonly OpenAIClient _client = endpoint.Connect();

    [Check("text")]
    public async Task Text()
    {
        ChatResponse response = await Chat().GetResponseAsync(Prompts.Question);
        Assert.StartsWith(Prompts.Answer, response.Text, StringComparison.Ordinal);
        Assert.Equal((ChatFinishReason.Stop, Prompts.Model), (response.FinishReason, response.ModelId));
    }

    [Check("system instruction")]
    public async Task SystemInstruction()
    {
        Assert.Equal(Prompts.PirateAnswer, (await Chat().GetResponseAsync([new(ChatRole.System, Prompts.Pirate), new(ChatRole.User, Prompts.Question)])).Text);
        Assert.Equal(Prompts.PirateAnswer, (await Chat().GetResponseAsync(Prompts.Question, new() { Instructions = Prompts.Pirate })).Text);
    }

    [Check("stream")]
    public async Task Stream()
    {
        List<ChatResponseUpdate> updates = await Chat().GetStreamingResponseAsync(Prompts.Question).ToListAsync();
        ChatResponse response = updates.ToChatResponse();
        Assert.True(updates.Count > 2);
        Assert.Equal(await AskAsync(Prompts.Question), response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.True(response.Usage?.TotalTokenCount > 0);
    }

    [Check("token counts of an answer")]
    public async Task TokenCounts()
    {
        UsageDetails usage = (await Chat().GetResponseAsync(Prompts.Question)).Usage!;
        Assert.True(usage.InputTokenCount > 0 && usage.OutputTokenCount > 0 && usage.TotalTokenCount >= usage.InputTokenCount + usage.OutputTokenCount);
    }

    [Check("chat with history")]
    public async Task History()
    {
        ChatMessage[] messages = [new(ChatRole.User, Prompts.Document), new(ChatRole.Assistant, "I see."), new(ChatRole.User, "When was it opened?")];
        Assert.Contains("1889", (await Chat().GetResponseAsync(messages)).Text, StringComparison.Ordinal);
    }

    [Check("typed output by responseJsonSchema", "as `response_format`")]
    public async Task TypedOutput()
    {
        Card card = (await Chat().GetResponseAsync<Card>(Prompts.Card)).Result;
        Assert.True(Enum.IsDefined(card.Kind));
        Assert.NotNull(card.Years);
        Assert.NotEmpty(card.Place.City);

        using JsonDocument any = JsonDocument.Parse((await Chat().GetResponseAsync(Prompts.Card, new() { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Json })).Text);
        Assert.Equal(JsonValueKind.Object, any.RootElement.ValueKind);
    }

    [Check("enum output", "asks for JSON with an enum, not for `text/x.enum`")]
    public async Task EnumOutput() => Assert.Equal(Kind.Building, (await Chat().GetResponseAsync<Kind>(Prompts.Kind)).Result);

    [Check("forced function and its result", Differs = "drops the signature of a call, which models of the third generation want back: they refuse the result, older ones take it")]
    public async Task ForcedFunction()
    {
        ChatToolMode mode = ChatToolMode.RequireSpecific("get_time");
        Assert.Contains("missing a thought_signature", await RefusedAsync(400, () => CallAsync(Prompts.Rain, mode, Prompts.Model)), StringComparison.Ordinal);
        (ChatResponse response, Functions functions) = await CallAsync(Prompts.Rain, mode);
        Assert.StartsWith("time of ", Assert.Single(functions.Calls), StringComparison.Ordinal);
        Assert.Contains(Prompts.Time, response.Text, StringComparison.Ordinal);
    }

    [Check("function named by the prompt", OlderModel)]
    public async Task NamedFunction()
    {
        (ChatResponse response, Functions functions) = await CallAsync(Prompts.Weather);
        Assert.Equal(["weather of Paris"], functions.Calls);
        Assert.Contains(Prompts.Forecast, response.Text, StringComparison.Ordinal);
    }

    [Check("parallel functions", OlderModel)]
    public async Task ParallelFunctions()
    {
        (ChatResponse response, Functions functions) = await CallAsync(Prompts.Both);
        AssertBoth(response, functions);
    }

    [Check("functions in a stream", OlderModel)]
    public async Task StreamedFunctions()
    {
        var functions = new Functions();
        ChatResponse response = await Calling(Prompts.OlderModel).GetStreamingResponseAsync(Prompts.Both, With(functions)).ToChatResponseAsync();
        AssertBoth(response, functions);
    }

    [Check("inline image")]
    public async Task InlineImage()
    {
        ChatMessage message = new(ChatRole.User, [new TextContent("What is this?"), new DataContent(Prompts.Png, "image/png")]);
        Assert.Contains("image/png", (await Chat().GetResponseAsync(message)).Text, StringComparison.Ordinal);
    }

    [Check("file: upload and use", Differs = NoFiles)]
    public Task UploadFile() => MissingAsync(() => Files().UploadAsync(new DataContent("short"u8.ToArray(), "text/plain") { Name = "short.txt" }));

    [Check("file: get, list, delete", Differs = NoFiles)]
    public Task ListFiles() => MissingAsync(async () => await Files().ListFilesAsync().ToListAsync());

    [Check("embedding of one text")]
    public async Task Embedding()
    {
        Embedding<float> embedding = await Embeddings().GenerateAsync("a red apple", new EmbeddingGenerationOptions { Dimensions = 256 });
        Assert.Equal(256, embedding.Vector.Length);
    }

    [Check("embeddings of several texts")]
    public async Task SeveralEmbeddings()
    {
        GeneratedEmbeddings<Embedding<float>> embeddings = await Embeddings().GenerateAsync(["a red apple", "one red apple", "the tax law"]);
        AssertSecondIsNearerThanThird([.. embeddings.Select(embedding => embedding.Vector)]);
        Assert.True(embeddings.Usage?.InputTokenCount > 0);
    }

    [Check("thoughts", "by `extra_body.google`, between tags in the content")]
    public async Task Thoughts()
    {
        var raw = new ChatCompletionOptions();
        raw.Patch.Set("$.extra_body.google.thinking_config.include_thoughts"u8, true);
        Assert.Matches("^<thought>[^<]+</thought>The Eiffel Tower", (await Chat().GetResponseAsync(Prompts.Question, new() { RawRepresentationFactory = _ => raw })).Text);
    }

    [Check("thinking setting")]
    public async Task Thinking()
    {
        Assert.True(await TokensAsync(Prompts.Model, ReasoningEffort.Low) < await TokensAsync(Prompts.Model, ReasoningEffort.High));
        Assert.Equal(0, await TokensAsync(Prompts.OlderModel, ReasoningEffort.None));

        async Task<long> TokensAsync(string model, ReasoningEffort effort) =>
            (await Chat(model).GetResponseAsync(Prompts.Question, new() { Reasoning = new() { Effort = effort } })).Usage?.ReasoningTokenCount ?? 0;
    }

    [Check("truncated answer")]
    public async Task Truncated()
    {
        ChatResponse response = await Chat(Prompts.OlderModel).GetResponseAsync(Prompts.Question, new() { MaxOutputTokens = 8, Reasoning = new() { Effort = ReasoningEffort.None } });
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.NotEmpty(response.Text);
    }

    [Check("blocked prompt")]
    public async Task Blocked() => AssertWithheld(await Chat().GetResponseAsync("[blocked]"));

    [Check("withheld answer")]
    public async Task Withheld() => AssertWithheld(await Chat().GetResponseAsync("[withheld]"));

    [Check("invalid key", "the API says 400 here too, not 401")]
    public Task InvalidKey() => RefusedAsync(400, () => Endpoint.Connect("another-key").GetChatClient(Prompts.Model).AsIChatClient().GetResponseAsync("x"));

    [Check("bad argument")]
    public Task BadArgument() => RefusedAsync(400, () => Chat().GetResponseAsync("x", new() { Temperature = 9 }));

    [Check("unknown field")]
    public Task UnknownField()
    {
        var raw = new ChatCompletionOptions();
        raw.Patch.Set("$.tempreature"u8, 1);
        return RefusedAsync(400, () => Chat().GetResponseAsync("x", new() { RawRepresentationFactory = _ => raw }));
    }

    [Check("retry after an overload")]
    public async Task Retry()
    {
        IChatClient retrying = Endpoint.Connect(retries: 1).GetChatClient(Prompts.Model).AsIChatClient();
        Assert.Contains("Paris", (await retrying.GetResponseAsync($"[overloaded once] {Prompts.Question}")).Text, StringComparison.Ordinal);
    }

    [Check("typed output that is no JSON")]
    public async Task NoJson()
    {
        ChatResponse<Card> response = await Chat().GetResponseAsync<Card>($"[no JSON] {Prompts.Card}");
        Assert.False(response.TryGetResult(out _));
        Assert.Throws<JsonException>(() => response.Result);
    }

    protected override async Task<string> AskAsync(string prompt, string model = Prompts.Model, CancellationToken cancellationToken = default) =>
        (await Chat(model).GetResponseAsync(prompt, cancellationToken: cancellationToken)).Text;

    protected override async IAsyncEnumerable<(string Text, object? FinishReason)> StreamAsync(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in Chat().GetStreamingResponseAsync(prompt, cancellationToken: cancellationToken))
        {
            yield return (update.Text, update.FinishReason);
        }
    }

    private IChatClient Chat(string model = Prompts.Model) => _client.GetChatClient(model).AsIChatClient();

    /// <summary>A client that calls functions by itself.</summary>
    private IChatClient Calling(string model) => Chat(model).AsBuilder().UseFunctionInvocation().Build();

    private IEmbeddingGenerator<string, Embedding<float>> Embeddings() => _client.GetEmbeddingClient(Prompts.EmbeddingModel).AsIEmbeddingGenerator();

    private IHostedFileClient Files() => _client.GetOpenAIFileClient().AsIHostedFileClient();

    private async Task<(ChatResponse Response, Functions Functions)> CallAsync(string prompt, ChatToolMode? mode = null, string model = Prompts.OlderModel)
    {
        var functions = new Functions();
        ChatOptions options = With(functions);
        options.ToolMode = mode;
        return (await Calling(model).GetResponseAsync(prompt, options), functions);
    }

    private static ChatOptions With(Functions functions) => new() { Tools = [AIFunctionFactory.Create(functions.Weather, "get_weather"), AIFunctionFactory.Create(functions.Time, "get_time")] };

    private static void AssertBoth(ChatResponse response, Functions functions)
    {
        Assert.Equal(["weather of Paris", "time of Paris"], functions.Calls);
        Assert.Contains(Prompts.Forecast, response.Text, StringComparison.Ordinal);
        Assert.Contains(Prompts.Time, response.Text, StringComparison.Ordinal);
    }

    private static void AssertWithheld(ChatResponse response)
    {
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Empty(response.Text);
    }
}
