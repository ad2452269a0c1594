using System.Text;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Requests;

public sealed class RequestShapeTests
{
    private const string Turn = "\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Q: hi\"}]}]";

    [Fact]
    public async Task APlainPromptIsNothingButItsTurn()
    {
        SentRequest sent = await SendAsync(Desk.Method());
        Assert.Equal("{" + Turn + "}", sent.Text);
        Assert.Equal("http://gemini.test/v1beta/models/gemini-3.8-flash:generateContent", sent.Message.RequestUri!.AbsoluteUri);
        Assert.Equal(HttpMethod.Post, sent.Message.Method);
        Assert.Equal(TestKey.Value, sent.Key);
        Assert.Equal("application/json", sent.Message.Content!.Headers.ContentType!.ToString());
        Assert.Equal(sent.Body.Length, sent.Message.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task SettingsThinkingAndSchemaFormOneGenerationConfig()
    {
        SentRequest sent = await SendAsync(Desk.Method(
            settings: "\"maxOutputTokens\":40,\"temperature\":0.2"u8,
            level: ThinkingLevel.Low,
            schema: new PromptSchema("{\"type\":\"object\"}"u8, "{\"type\":\"OBJECT\"}"u8)));
        Assert.Equal(
            "{" + Turn + ",\"generationConfig\":{\"maxOutputTokens\":40,\"temperature\":0.2,\"thinkingConfig\":{\"thinkingLevel\":\"LOW\"}," +
            "\"responseMimeType\":\"application/json\",\"responseJsonSchema\":{\"type\":\"object\"}}}",
            sent.Text);
    }

    [Fact]
    public async Task AnOlderModelGetsTheOlderSchemaDialect()
    {
        SentRequest sent = await SendAsync(Desk.Method(model: "gemini-2.0-flash", schema: new PromptSchema("{\"j\":1}"u8, "{\"o\":1}"u8)));
        Assert.Equal("{" + Turn + ",\"generationConfig\":{\"responseMimeType\":\"application/json\",\"responseSchema\":{\"o\":1}}}", sent.Text);
    }

    [Theory]
    [InlineData("gemini-2.5-flash", ThinkingLevel.Low, null, "")]
    [InlineData("gemini-4-argon", ThinkingLevel.Minimal, null, "")]
    [InlineData("gemini-4-argon", null, 100, "")]
    [InlineData("gemini-2.5-flash", null, 100, "{\"thinkingBudget\":100}")]
    [InlineData("gemini-2.5-flash", null, 0, "{\"thinkingBudget\":0}")]
    [InlineData("gemini-2.5-flash", null, -1, "{\"thinkingBudget\":-1}")]
    [InlineData("gemini-2.5-pro", null, 0, "")]
    [InlineData("gemini-3.8-flash", ThinkingLevel.High, null, "{\"thinkingLevel\":\"HIGH\"}")]
    [InlineData("a-model-of-tomorrow", ThinkingLevel.Minimal, null, "{\"thinkingLevel\":\"MINIMAL\"}")]
    public async Task ThinkingTheModelRefusesIsLeftOutAndLoggedOnce(string model, ThinkingLevel? level, int? budget, string thinking)
    {
        using ListLoggerFactory log = new();
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, loggers: log);
        Desk desk = new(client, Desk.Method(model: model, level: level, budget: budget));
        await desk.AskAsync("hi");
        await desk.AskAsync("hi");

        string expected = thinking.Length == 0 ? "{" + Turn + "}" : "{" + Turn + ",\"generationConfig\":{\"thinkingConfig\":" + thinking + "}}";
        Assert.Equal(expected, handler.Requests[1].Text);
        Assert.Equal(thinking.Length == 0 ? 1 : 0, log.Entries.Count);
    }

    [Fact]
    public async Task ASystemInstructionComesFirst()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        PromptRequest request = new(client, Desk.Method());
        JsonPromptWriter writer = new(request);
        writer.BeginSystemInstruction();
        writer.Literal("Be \\\"terse\\\"."u8);
        writer.EndSystemInstruction();
        writer.BeginUserTurn();
        writer.Value("hi");
        writer.EndUserTurn();
        await PromptCalls.GenerateTextAsync(request, default);
        Assert.Equal(
            "{\"systemInstruction\":{\"parts\":[{\"text\":\"Be \\\"terse\\\".\"}]},\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"hi\"}]}]}",
            handler.Requests[0].Text);
    }

    [Fact]
    public void ThePlainTextWriterRendersTheSamePrompt()
    {
        StringBuilder system = new();
        StringBuilder user = new();
        TextPromptWriter writer = new(system, user);
        writer.BeginSystemInstruction();
        writer.Literal("Be \\\"terse\\\"."u8);
        writer.EndSystemInstruction();
        writer.BeginUserTurn();
        writer.Literal("On\\n"u8);
        writer.Value(new DateTime(2026, 11, 24), "yyyy-MM-dd");
        writer.Value(": {x}\ud83d");
        writer.Value('!');
        writer.FormattableValue(1.5, "0.00");
        writer.EndUserTurn();
        Assert.Equal("Be \"terse\".", system.ToString());
        Assert.Equal("On\n2026-11-24: {x}\ufffd!1.50", user.ToString());
    }

    [Theory]
    [InlineData("models/gemini-3.8-flash")]
    [InlineData(" models/models/gemini-3.8-flash ")]
    public async Task APastedPrefixIsDropped(string model)
    {
        SentRequest sent = await SendAsync(Desk.Method(model: model));
        Assert.EndsWith("/v1beta/models/gemini-3.8-flash:generateContent", sent.Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("x?key=1")]
    [InlineData("..")]
    [InlineData("gemini 3")]
    public async Task AModelThatIsNoIdIsRefusedBeforeAnythingIsSent(string model)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        await Assert.ThrowsAsync<GeminiConfigurationException>(() => new Desk(client, Desk.Method(model: model)).AskAsync("hi"));
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("gemini-3.8-flash", null, "gemini-2.5-pro", "gemini-3.8-flash")]
    [InlineData("gemini-3.8-flash", "gemini-2.5-flash", "gemini-2.5-pro", "gemini-2.5-flash")]
    [InlineData(null, null, "gemini-2.5-pro", "gemini-2.5-pro")]
    public async Task TheModelComesFromConfigurationThenContractThenDefault(string? contract, string? configured, string defaultModel, string expected)
    {
        SentRequest sent = await SendAsync(Desk.Method(model: contract), options =>
        {
            options.DefaultModel = defaultModel;
            if (configured is not null)
            {
                options.Models["idesk"] = configured;
            }
        });
        Assert.Contains("/" + expected + ":", sent.Message.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAModelTheExceptionNamesAllThreePlaces()
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler);
        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(
            () => new Desk(client, Desk.Method(model: null)).AskAsync("hi"));
        Assert.Contains("GeminiOptions.Models[\"IDesk\"]", error.Message, StringComparison.Ordinal);
        Assert.Contains("GeminiPrompts(Model", error.Message, StringComparison.Ordinal);
        Assert.Contains("GeminiOptions.DefaultModel", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("https://proxy.test/gemini/", "https://proxy.test/gemini/v1beta/models/gemini-3.8-flash:generateContent")]
    [InlineData("https://proxy.test/v1beta", "https://proxy.test/v1beta/models/gemini-3.8-flash:generateContent")]
    [InlineData("https://proxy.test/v1/", "https://proxy.test/v1/models/gemini-3.8-flash:generateContent")]
    public async Task APathOfTheBaseAddressIsKept(string address, string expected)
    {
        SentRequest sent = await SendAsync(Desk.Method(), options => options.BaseAddress = new Uri(address));
        Assert.Equal(expected, sent.Message.RequestUri!.AbsoluteUri);
    }

    private static async Task<SentRequest> SendAsync(PromptMethod method, Action<GeminiOptions>? configure = null)
    {
        FakeHandler handler = new(() => FakeHandler.Json(Replies.Answer("ok")));
        using GeminiClient client = TestClient.Create(handler, configure);
        await new Desk(client, method).AskAsync("hi");
        return Assert.Single(handler.Requests);
    }
}
