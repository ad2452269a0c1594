using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Files;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>OpenAI's client at the OpenAI-compatible endpoint.</summary>
[NotOffered("typed output by responseSchema", "the endpoint takes `response_format` alone")]
[NotOffered("cache: create and use", "a cache made elsewhere is named in `extra_body.google.cached_content`")]
[NotOffered("cache: get, list, update, delete")]
[NotOffered("token counting")]
internal sealed class OpenAIChecks(Endpoint endpoint, OutgoingRequests outgoing) : ChatClientChecks(endpoint, outgoing)
{
    private const string NoFiles = "the emulator's OpenAI-compatible endpoint has no files";

    private static readonly BinaryData City = BinaryData.FromString("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""");

    private static readonly BinaryData CardSchema = BinaryData.FromString("""
        {
          "type": "object",
          "properties": {
            "kind": { "type": "string", "enum": ["Person", "Building"] },
            "years": { "type": "array", "items": { "type": "integer" } },
            "place": { "type": "object", "properties": { "city": { "type": "string" } }, "required": ["city"], "additionalProperties": false }
          },
          "required": ["kind", "years", "place"],
          "additionalProperties": false
        }
        """);

    private readonly OpenAIClient _client = endpoint.Connect();

    [Check("text")]
    public async Task Text()
    {
        ChatCompletion completion = await CompleteAsync(Prompts.Question);
        Assert.StartsWith(Prompts.Answer, TextOf(completion), StringComparison.Ordinal);
        Assert.Equal((ChatFinishReason.Stop, ChatMessageRole.Assistant, Prompts.Model), (completion.FinishReason, completion.Role, completion.Model));
    }

    [Check("system instruction")]
    public async Task SystemInstruction()
    {
        Assert.Equal(Prompts.PirateAnswer, TextOf(await CompleteAsync([new SystemChatMessage(Prompts.Pirate), new UserChatMessage(Prompts.Question)])));
        Assert.Equal(Prompts.PirateAnswer, TextOf(await CompleteAsync([new DeveloperChatMessage(Prompts.Pirate), new UserChatMessage(Prompts.Question)])));
    }

    [Check("stream")]
    public async Task Stream()
    {
        IReadOnlyList<StreamingChatCompletionUpdate> updates = await UpdatesAsync(Prompts.Question);
        Assert.True(updates.Count > 2);
        Assert.Equal(await AskAsync(Prompts.Question), string.Concat(updates.Select(TextOf)));
        Assert.Single(updates, update => update.FinishReason == ChatFinishReason.Stop);
        Assert.True(updates[^1].Usage.TotalTokenCount > 0);
    }

    [Check("token counts of an answer")]
    public async Task TokenCounts()
    {
        ChatTokenUsage usage = (await CompleteAsync(Prompts.Question)).Usage;
        Assert.True(usage.InputTokenCount > 0 && usage.OutputTokenCount > 0 && usage.TotalTokenCount >= usage.InputTokenCount + usage.OutputTokenCount);
    }

    [Check("chat with history")]
    public async Task History() => Assert.Contains(
        "1889",
        TextOf(await CompleteAsync([new UserChatMessage(Prompts.Document), new AssistantChatMessage("I see."), new UserChatMessage("When was it opened?")])),
        StringComparison.Ordinal);

    [Check("typed output by responseJsonSchema", "as `response_format`")]
    public async Task TypedOutput()
    {
        ChatCompletion completion = await CompleteAsync(Prompts.Card, new() { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("card", CardSchema, jsonSchemaIsStrict: true) });
        using JsonDocument card = JsonDocument.Parse(TextOf(completion));
        Assert.Equal(["kind", "years", "place"], card.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Contains(card.RootElement.GetProperty("kind").GetString(), Enum.GetNames<Kind>());

        using JsonDocument any = JsonDocument.Parse(TextOf(await CompleteAsync(Prompts.Card, new() { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() })));
        Assert.Equal(JsonValueKind.Object, any.RootElement.ValueKind);
    }

    [Check("enum output", "asks for JSON with an enum, not for `text/x.enum`")]
    public async Task EnumOutput()
    {
        BinaryData schema = BinaryData.FromString("""{"type":"string","enum":["Person","Building"]}""");
        Assert.Equal("\"Building\"", TextOf(await CompleteAsync(Prompts.Kind, new() { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("kind", schema) })));
    }

    [Check("forced function and its result", "the message goes back as it came: it holds the signature that models of the third generation ask for")]
    public async Task ForcedFunction()
    {
        ChatCompletionOptions options = WithFunctions();
        options.ToolChoice = ChatToolChoice.CreateFunctionChoice("get_time");
        ChatCompletion completion = await CompleteAsync(Prompts.Rain, options);
        Assert.Equal(ChatFinishReason.ToolCalls, completion.FinishReason);
        ChatToolCall call = Assert.Single(completion.ToolCalls);
        Assert.Equal("get_time", call.FunctionName);
        Assert.NotEmpty(call.FunctionArguments.ToObjectFromJson<Dictionary<string, string>>()!["city"]);
        Assert.Contains(Prompts.Time, await ResolveAsync(Prompts.Rain, completion), StringComparison.Ordinal);
    }

    [Check("function named by the prompt")]
    public async Task NamedFunction()
    {
        ChatCompletion completion = await CompleteAsync(Prompts.Weather, WithFunctions());
        Assert.Equal(["get_weather"], completion.ToolCalls.Select(call => call.FunctionName));
        Assert.Contains(Prompts.Forecast, await ResolveAsync(Prompts.Weather, completion), StringComparison.Ordinal);
    }

    [Check("parallel functions")]
    public async Task ParallelFunctions()
    {
        ChatCompletion completion = await CompleteAsync(Prompts.Both, WithFunctions());
        Assert.Equal(["get_weather", "get_time"], completion.ToolCalls.Select(call => call.FunctionName));
        string answer = await ResolveAsync(Prompts.Both, completion);
        Assert.Contains(Prompts.Forecast, answer, StringComparison.Ordinal);
        Assert.Contains(Prompts.Time, answer, StringComparison.Ordinal);
    }

    [Check("functions in a stream")]
    public async Task StreamedFunctions()
    {
        IReadOnlyList<StreamingChatCompletionUpdate> updates = await UpdatesAsync(Prompts.Both, WithFunctions());
        ILookup<int, StreamingChatToolCallUpdate> calls = updates.SelectMany(update => update.ToolCallUpdates).ToLookup(call => call.Index);
        Assert.Equal(["get_weather", "get_time"], calls.Select(pieces => string.Concat(pieces.Select(piece => piece.FunctionName))));
        Assert.All(calls, pieces => Assert.Contains("\"city\"", Encoding.UTF8.GetString([.. pieces.SelectMany(piece => piece.FunctionArgumentsUpdate.ToArray())]), StringComparison.Ordinal));
        Assert.Single(updates, update => update.FinishReason == ChatFinishReason.ToolCalls);
    }

    [Check("inline image")]
    public async Task InlineImage()
    {
        ChatMessageContentPart[] parts = [ChatMessageContentPart.CreateTextPart("What is this?"), ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(Prompts.Png), "image/png")];
        Assert.Contains("image/png", TextOf(await CompleteAsync([new UserChatMessage(parts)])), StringComparison.Ordinal);
    }

    [Check("file: upload and use", Differs = NoFiles)]
    public Task UploadFile() => MissingAsync(() => _client.GetOpenAIFileClient().UploadFileAsync(BinaryData.FromString("short"), "short.txt", FileUploadPurpose.UserData));

    [Check("file: get, list, delete", Differs = NoFiles)]
    public Task ListFiles() => MissingAsync(() => _client.GetOpenAIFileClient().GetFilesAsync());

    [Check("embedding of one text")]
    public async Task Embedding()
    {
        OpenAIEmbedding embedding = await _client.GetEmbeddingClient(Prompts.EmbeddingModel).GenerateEmbeddingAsync("a red apple", new EmbeddingGenerationOptions { Dimensions = 256 });
        Assert.Equal(256, embedding.ToFloats().Length);
    }

    [Check("embeddings of several texts")]
    public async Task Embeddings()
    {
        OpenAIEmbeddingCollection embeddings = await _client.GetEmbeddingClient(Prompts.EmbeddingModel).GenerateEmbeddingsAsync(["a red apple", "one red apple", "the tax law"]);
        AssertSecondIsNearerThanThird([.. embeddings.Select(embedding => embedding.ToFloats())]);
        Assert.True(embeddings.Usage.InputTokenCount > 0);
    }

    [Check("models: list")]
    public async Task ListModels() => Assert.Contains("models/" + Prompts.Model, (await _client.GetOpenAIModelClient().GetModelsAsync()).Value.Select(model => model.Id));

    [Check("models: get")]
    public async Task GetModel() => Assert.Equal("models/" + Prompts.Model, (await _client.GetOpenAIModelClient().GetModelAsync(Prompts.Model)).Value.Id);

    [Check("batch", Differs = "the emulator's OpenAI-compatible endpoint has no batches")]
    public Task Batch() => MissingAsync(async () => await DrainOrThrowAsync(_client.GetBatchClient().GetBatchesAsync()));

    [Check("thoughts", "by `extra_body.google`, between tags in the content")]
    public async Task Thoughts()
    {
        var options = new ChatCompletionOptions();
        options.Patch.Set("$.extra_body.google.thinking_config.include_thoughts"u8, true);
        Assert.Matches("^<thought>[^<]+</thought>The Eiffel Tower", TextOf(await CompleteAsync(Prompts.Question, options)));
    }

    [Check("thinking setting")]
    public async Task Thinking()
    {
        Assert.True(await TokensAsync(Prompts.Model, ChatReasoningEffortLevel.Low) < await TokensAsync(Prompts.Model, ChatReasoningEffortLevel.High));
        Assert.Equal(0, await TokensAsync(Prompts.OlderModel, ChatReasoningEffortLevel.None));

        async Task<int> TokensAsync(string model, ChatReasoningEffortLevel level) =>
            (await CompleteAsync(Prompts.Question, new() { ReasoningEffortLevel = level }, model)).Usage.OutputTokenDetails?.ReasoningTokenCount ?? 0;
    }

    [Check("truncated answer")]
    public async Task Truncated()
    {
        ChatCompletion completion = await CompleteAsync(Prompts.Question, new() { MaxOutputTokenCount = 8, ReasoningEffortLevel = ChatReasoningEffortLevel.None }, Prompts.OlderModel);
        Assert.Equal(ChatFinishReason.Length, completion.FinishReason);
        Assert.NotEmpty(TextOf(completion));
    }

    [Check("blocked prompt")]
    public async Task Blocked() => AssertWithheld(await CompleteAsync("[blocked]"));

    [Check("withheld answer")]
    public async Task Withheld() => AssertWithheld(await CompleteAsync("[withheld]"));

    [Check("invalid key", "the API says 400 here too, not 401")]
    public Task InvalidKey() => RefusedAsync(400, () => Endpoint.Connect("another-key").GetOpenAIModelClient().GetModelsAsync());

    [Check("bad argument")]
    public Task BadArgument() => RefusedAsync(400, () => CompleteAsync("x", new() { Temperature = 9 }));

    [Check("unknown field")]
    public Task UnknownField()
    {
        var options = new ChatCompletionOptions();
        options.Patch.Set("$.tempreature"u8, 1);
        return RefusedAsync(400, () => CompleteAsync("x", options));
    }

    [Check("retry after an overload")]
    public async Task Retry()
    {
        ChatCompletion completion = await Endpoint.Connect(retries: 1).GetChatClient(Prompts.Model).CompleteChatAsync($"[overloaded once] {Prompts.Question}");
        Assert.Contains("Paris", TextOf(completion), StringComparison.Ordinal);
    }

    protected override async Task<string> AskAsync(string prompt, string model = Prompts.Model, CancellationToken cancellationToken = default) =>
        TextOf((await _client.GetChatClient(model).CompleteChatAsync([new UserChatMessage(prompt)], cancellationToken: cancellationToken)).Value);

    protected override async IAsyncEnumerable<(string Text, object? FinishReason)> StreamAsync(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (StreamingChatCompletionUpdate update in _client.GetChatClient(Prompts.Model).CompleteChatStreamingAsync([new UserChatMessage(prompt)], cancellationToken: cancellationToken))
        {
            yield return (TextOf(update), update.FinishReason);
        }
    }

    private Task<ChatCompletion> CompleteAsync(string prompt, ChatCompletionOptions? options = null, string model = Prompts.Model) =>
        CompleteAsync([new UserChatMessage(prompt)], options, model);

    private async Task<ChatCompletion> CompleteAsync(ChatMessage[] messages, ChatCompletionOptions? options = null, string model = Prompts.Model) =>
        await _client.GetChatClient(model).CompleteChatAsync(messages, options);

    private async Task<IReadOnlyList<StreamingChatCompletionUpdate>> UpdatesAsync(string prompt, ChatCompletionOptions? options = null)
    {
        (IReadOnlyList<StreamingChatCompletionUpdate> updates, Exception? error) =
            await DrainAsync(_client.GetChatClient(Prompts.Model).CompleteChatStreamingAsync([new UserChatMessage(prompt)], options));
        Assert.Null(error);
        return updates;
    }

    /// <summary>Answers the calls of a completion, which goes back as it came, and asks again.</summary>
    private async Task<string> ResolveAsync(string prompt, ChatCompletion completion)
    {
        IEnumerable<ChatMessage> results = completion.ToolCalls.Select(call =>
            new ToolChatMessage(call.Id, JsonSerializer.Serialize(new { result = call.FunctionName == "get_time" ? Prompts.Time : Prompts.Forecast })));
        return TextOf(await CompleteAsync([new UserChatMessage(prompt), new AssistantChatMessage(completion), .. results], WithFunctions()));
    }

    private static ChatCompletionOptions WithFunctions() => new()
    {
        Tools = { ChatTool.CreateFunctionTool("get_weather", "Tells the weather.", City), ChatTool.CreateFunctionTool("get_time", "Tells the time.", City) },
    };

    private static void AssertWithheld(ChatCompletion completion)
    {
        Assert.Equal(ChatFinishReason.ContentFilter, completion.FinishReason);
        Assert.Empty(TextOf(completion));
    }

    private static async Task DrainOrThrowAsync<T>(AsyncCollectionResult<T> collection)
    {
        await foreach (T _ in collection)
        {
            // Nobody looks at it.
        }
    }

    private static string TextOf(ChatCompletion completion) => string.Concat(completion.Content.Select(part => part.Text));

    private static string TextOf(StreamingChatCompletionUpdate update) => string.Concat(update.ContentUpdate.Select(part => part.Text));
}
