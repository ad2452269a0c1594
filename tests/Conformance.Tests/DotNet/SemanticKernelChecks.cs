using System.ClientModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>Semantic Kernel with its connector for OpenAI.</summary>
[NotOffered("typed output by responseSchema", "the endpoint takes `response_format` alone")]
[NotOffered("file: upload and use")]
[NotOffered("file: get, list, delete")]
[NotOffered("cache: create and use")]
[NotOffered("cache: get, list, update, delete")]
[NotOffered("token counting")]
[NotOffered("models: list")]
[NotOffered("models: get")]
[NotOffered("batch")]
internal sealed class SemanticKernelChecks(Endpoint endpoint, OutgoingRequests outgoing) : ChatClientChecks(endpoint, outgoing)
{
    /// <summary>The functions' names hold that of their plugin.</summary>
    private const string Plugin = "guide";

    [Check("text")]
    public async Task Text()
    {
        ChatMessageContent message = await AnswerAsync(Prompts.Question);
        Assert.StartsWith(Prompts.Answer, message.Content, StringComparison.Ordinal);
        Assert.Equal((AuthorRole.Assistant, Prompts.Model), (message.Role, message.ModelId));
        Assert.Equal("Stop", message.Metadata!["FinishReason"]);
    }

    [Check("system instruction")]
    public async Task SystemInstruction()
    {
        Assert.Equal(Prompts.PirateAnswer, (await AnswerAsync(new ChatHistory(Prompts.Pirate) { new(AuthorRole.User, Prompts.Question) })).Content);
        Assert.Equal(Prompts.PirateAnswer, (await AnswerAsync(Prompts.Question, new() { ChatDeveloperPrompt = Prompts.Pirate })).Content);
    }

    [Check("stream")]
    public async Task Stream()
    {
        List<StreamingChatMessageContent> pieces = await Chat(Connect()).GetStreamingChatMessageContentsAsync(Prompts.Question).ToListAsync();
        Assert.True(pieces.Count > 2);
        Assert.Equal(await AskAsync(Prompts.Question), string.Concat(pieces.Select(piece => piece.Content)));
        Assert.Single(pieces, piece => piece.Metadata?["FinishReason"] is "Stop");
        Assert.True(Assert.IsType<ChatTokenUsage>(pieces[^1].Metadata!["Usage"]).TotalTokenCount > 0);
    }

    [Check("token counts of an answer")]
    public async Task TokenCounts()
    {
        ChatTokenUsage usage = UsageOf(await AnswerAsync(Prompts.Question));
        Assert.True(usage.InputTokenCount > 0 && usage.OutputTokenCount > 0 && usage.TotalTokenCount >= usage.InputTokenCount + usage.OutputTokenCount);
    }

    [Check("chat with history")]
    public async Task History()
    {
        var history = new ChatHistory();
        history.AddUserMessage(Prompts.Document);
        history.AddAssistantMessage("I see.");
        history.AddUserMessage("When was it opened?");
        Assert.Contains("1889", (await AnswerAsync(history)).Content, StringComparison.Ordinal);
    }

    [Check("typed output by responseJsonSchema", "as `response_format`")]
    public async Task TypedOutput()
    {
        Card card = JsonSerializer.Deserialize<Card>((await AnswerAsync(Prompts.Card, new() { ResponseFormat = typeof(Card) })).Content!, AIJsonUtilities.DefaultOptions)!;
        Assert.True(Enum.IsDefined(card.Kind));
        Assert.NotNull(card.Years);
        Assert.NotEmpty(card.Place.City);

        using JsonDocument any = JsonDocument.Parse((await AnswerAsync(Prompts.Card, new() { ResponseFormat = "json_object" })).Content!);
        Assert.Equal(JsonValueKind.Object, any.RootElement.ValueKind);
    }

    [Check("enum output", "asks for JSON with an enum, not for `text/x.enum`")]
    public async Task EnumOutput()
    {
        using JsonDocument schema = JsonDocument.Parse("""{"type":"string","enum":["Person","Building"]}""");
        Assert.Equal("\"Building\"", (await AnswerAsync(Prompts.Kind, new() { ResponseFormat = schema.RootElement })).Content);
    }

    [Check("forced function and its result")]
    public async Task ForcedFunction()
    {
        (string answer, Functions functions) = await CallAsync(Prompts.Rain, kernel => FunctionChoiceBehavior.Required([kernel.Plugins.GetFunction(Plugin, "get_time")]));
        Assert.StartsWith("time of ", Assert.Single(functions.Calls), StringComparison.Ordinal);
        Assert.Contains(Prompts.Time, answer, StringComparison.Ordinal);
    }

    [Check("function named by the prompt")]
    public async Task NamedFunction()
    {
        (string answer, Functions functions) = await CallAsync(Prompts.Weather, _ => FunctionChoiceBehavior.Auto());
        Assert.Equal(["weather of Paris"], functions.Calls);
        Assert.Contains(Prompts.Forecast, answer, StringComparison.Ordinal);
    }

    [Check("parallel functions")]
    public async Task ParallelFunctions()
    {
        (string answer, Functions functions) = await CallAsync(Prompts.Both, _ => FunctionChoiceBehavior.Auto());
        AssertBoth(answer, functions);
    }

    [Check("functions in a stream", Differs = "drops the signature of a call here, which models of the third generation want back: they refuse the result, older ones take it")]
    public async Task StreamedFunctions()
    {
        ClientResultException refusal = await Assert.ThrowsAsync<ClientResultException>(() => StreamCallsAsync(Prompts.Model)); // as it is, where there is a stream
        Assert.Contains("missing a thought_signature", refusal.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
        (string answer, Functions functions) = await StreamCallsAsync(Prompts.OlderModel);
        AssertBoth(answer, functions);
    }

    [Check("inline image")]
    public async Task InlineImage()
    {
        var message = new ChatMessageContent(AuthorRole.User, [new Microsoft.SemanticKernel.TextContent("What is this?"), new ImageContent(Prompts.Png, "image/png")]);
        Assert.Contains("image/png", (await AnswerAsync(new ChatHistory { message })).Content, StringComparison.Ordinal);
    }

    [Check("embedding of one text")]
    public async Task Embedding()
    {
        Embedding<float> embedding = await Embeddings(dimensions: 256).GenerateAsync("a red apple");
        Assert.Equal(256, embedding.Vector.Length);
    }

    [Check("embeddings of several texts")]
    public async Task SeveralEmbeddings()
    {
        GeneratedEmbeddings<Embedding<float>> embeddings = await Embeddings().GenerateAsync(["a red apple", "one red apple", "the tax law"]);
        AssertSecondIsNearerThanThird([.. embeddings.Select(embedding => embedding.Vector)]);
    }

    [Check("thoughts", "by `extra_body.google`, between tags in the content")]
    public async Task Thoughts()
    {
        ChatMessageContent message = await AnswerAsync(Prompts.Question, WithThinking("include_thoughts", true));
        Assert.Matches("^<thought>[^<]+</thought>The Eiffel Tower", message.Content);
    }

    [Check("thinking setting", "takes no effort below `minimal`; none at all is asked for by `extra_body.google`")]
    public async Task Thinking()
    {
        Assert.True(await TokensAsync(new() { ReasoningEffort = "low" }) < await TokensAsync(new() { ReasoningEffort = "high" }));
        await Assert.ThrowsAsync<NotSupportedException>(() => TokensAsync(new() { ReasoningEffort = "none" }));
        Assert.Equal(0, await TokensAsync(WithThinking("thinking_budget", 0), Prompts.OlderModel));

        async Task<int> TokensAsync(OpenAIPromptExecutionSettings settings, string model = Prompts.Model) =>
            UsageOf(await AnswerAsync(Prompts.Question, settings, model)).OutputTokenDetails?.ReasoningTokenCount ?? 0;
    }

    [Check("truncated answer")]
    public async Task Truncated()
    {
        OpenAIPromptExecutionSettings settings = WithThinking("thinking_budget", 0);
        settings.MaxTokens = 8;
        ChatMessageContent message = await AnswerAsync(Prompts.Question, settings, Prompts.OlderModel);
        Assert.Equal("Length", message.Metadata!["FinishReason"]);
        Assert.NotEmpty(message.Content!);
    }

    [Check("blocked prompt")]
    public async Task Blocked() => AssertWithheld(await AnswerAsync("[blocked]"));

    [Check("withheld answer")]
    public async Task Withheld() => AssertWithheld(await AnswerAsync("[withheld]"));

    [Check("invalid key", "the API says 400 here too, not 401")]
    public Task InvalidKey() => RefusedAsync(400, () => Chat(Connect(key: "another-key")).GetChatMessageContentAsync("x"));

    [Check("bad argument")]
    public Task BadArgument() => RefusedAsync(400, () => AnswerAsync("x", new() { Temperature = 9 }));

    [Check("unknown field")]
    public Task UnknownField() => RefusedAsync(400, () => AnswerAsync("x", new() { ExtraBody = new Dictionary<string, object?> { ["tempreature"] = 1 } }));

    [Check("retry after an overload", "by the client of OpenAI it is given")]
    public async Task Retry()
    {
        Kernel kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion(Prompts.Model, Endpoint.Connect(retries: 1)).Build();
        Assert.Contains("Paris", (await Chat(kernel).GetChatMessageContentAsync($"[overloaded once] {Prompts.Question}")).Content, StringComparison.Ordinal);
    }

    protected override (int Status, string Body) RefusalOf(Exception error)
    {
        HttpOperationException refusal = Assert.IsType<HttpOperationException>(error);
        return ((int)refusal.StatusCode!, refusal.ResponseContent!);
    }

    protected override async Task<string> AskAsync(string prompt, string model = Prompts.Model, CancellationToken cancellationToken = default) =>
        (await Chat(Connect(model)).GetChatMessageContentAsync(prompt, cancellationToken: cancellationToken)).Content ?? "";

    protected override async IAsyncEnumerable<(string Text, object? FinishReason)> StreamAsync(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (StreamingChatMessageContent piece in Chat(Connect()).GetStreamingChatMessageContentsAsync(prompt, cancellationToken: cancellationToken))
        {
            yield return (piece.Content ?? "", piece.Metadata?["FinishReason"]);
        }
    }

    private Kernel Connect(string model = Prompts.Model, string? key = null) =>
        Kernel.CreateBuilder().AddOpenAIChatCompletion(model, Endpoint.Address, key ?? Endpoint.Emulator.ApiKey, httpClient: Endpoint.Http).Build();

    private IEmbeddingGenerator<string, Embedding<float>> Embeddings(int? dimensions = null) =>
        Kernel.CreateBuilder().AddOpenAIEmbeddingGenerator(Prompts.EmbeddingModel, Endpoint.Connect(), dimensions).Build().GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

    private Task<ChatMessageContent> AnswerAsync(string prompt, OpenAIPromptExecutionSettings? settings = null, string model = Prompts.Model) =>
        AnswerAsync(new ChatHistory { new(AuthorRole.User, prompt) }, settings, model);

    private Task<ChatMessageContent> AnswerAsync(ChatHistory history, OpenAIPromptExecutionSettings? settings = null, string model = Prompts.Model) =>
        Chat(Connect(model)).GetChatMessageContentAsync(history, settings);

    private async Task<(string Answer, Functions Functions)> CallAsync(string prompt, Func<Kernel, FunctionChoiceBehavior> behavior)
    {
        (Kernel kernel, Functions functions) = WithFunctions(Prompts.Model);
        ChatMessageContent message = await Chat(kernel).GetChatMessageContentAsync(Named(prompt), new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = behavior(kernel) }, kernel);
        return (message.Content ?? "", functions);
    }

    private async Task<(string Answer, Functions Functions)> StreamCallsAsync(string model)
    {
        (Kernel kernel, Functions functions) = WithFunctions(model);
        IAsyncEnumerable<StreamingChatMessageContent> pieces = Chat(kernel).GetStreamingChatMessageContentsAsync(
            Named(Prompts.Both), new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }, kernel);
        return (string.Concat(await pieces.Select(piece => piece.Content).ToListAsync()), functions);
    }

    private (Kernel Kernel, Functions Functions) WithFunctions(string model)
    {
        var functions = new Functions();
        Kernel kernel = Connect(model);
        kernel.Plugins.AddFromFunctions(
            Plugin, [KernelFunctionFactory.CreateFromMethod(functions.Weather, "get_weather"), KernelFunctionFactory.CreateFromMethod(functions.Time, "get_time")]);
        return (kernel, functions);
    }

    private static OpenAIPromptExecutionSettings WithThinking(string setting, object value) =>
        new() { ExtraBody = new Dictionary<string, object?> { [$"$.extra_body.google.thinking_config.{setting}"] = value } };

    private static IChatCompletionService Chat(Kernel kernel) => kernel.GetRequiredService<IChatCompletionService>();

    private static string Named(string prompt) => prompt.Replace("get_", $"{Plugin}-get_", StringComparison.Ordinal);

    private static ChatTokenUsage UsageOf(ChatMessageContent message) => Assert.IsType<ChatTokenUsage>(message.Metadata!["Usage"]);

    private static void AssertBoth(string answer, Functions functions)
    {
        Assert.Equal(["weather of Paris", "time of Paris"], functions.Calls);
        Assert.Contains(Prompts.Forecast, answer, StringComparison.Ordinal);
        Assert.Contains(Prompts.Time, answer, StringComparison.Ordinal);
    }

    private static void AssertWithheld(ChatMessageContent message)
    {
        Assert.Equal("ContentFilter", message.Metadata!["FinishReason"]);
        Assert.Empty(message.Content ?? "");
    }
}
