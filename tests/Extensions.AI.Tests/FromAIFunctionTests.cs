using System.ComponentModel;
using System.Text;
using System.Text.Json;
using GeminiGen.Emulator;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Extensions.AI.Tests;

/// <summary>Functions of <c>Microsoft.Extensions.AI</c>, called in a contract's method.</summary>
public sealed class FromAIFunctionTests : IAsyncLifetime
{
    private GeminiEmulator _emulator = null!;
    private readonly List<GeminiClient> _clients = [];

    public async Task InitializeAsync() => _emulator = await GeminiEmulator.StartAsync();

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _emulator.DisposeAsync();
    }

    private Assistant Assistant => Create();

    [Fact]
    public async Task A_function_is_declared_and_called()
    {
        AIFunction lookUp = AIFunctionFactory.Create(
            ([Description("What to look up")] string word, int? most, Uri? page = null) => new Entry(word + "!", [most ?? 0], page), "LookUp", "Looks up a word");
        Script(new EmulatedCall("LookUp", """{"word":"fjord","most":2}"""));

        PromptResult<string> result = await Assistant.AskAsync("What is a fjord?", new[] { lookUp }.AsToolSet());

        Assert.Equal("""{"output":{"word":"fjord!","numbers":[2]}}""", Assert.Single(result.ToolCalls).Response);
        Assert.Equal(
            """{"name":"LookUp","description":"Looks up a word","parametersJsonSchema":{"type":"object","properties":{"word":{"type":"string","description":"What to look up"},"most":{"type":["integer","null"]},"page":{"type":["string","null"],"description":"uri"}},"required":["word","most"]}}""",
            Declarations(0).Single());
    }

    [Fact]
    public async Task It_stands_beside_the_methods_own_functions_or_may_be_left_out()
    {
        WeatherTools weather = new();
        Assistant assistant = Create(new ToolInstances(weather), (_, _) => new(ToolDecision.Approve));
        Script(new EmulatedCall("Now", "{}"), new EmulatedCall("GetForecast", """{"city":"Bergen"}"""));
        AIFunction now = AIFunctionFactory.Create(() => "noon", "Now");

        PromptResult<string> result = await assistant.AskAtHomeAsync("?", new[] { now }.AsToolSet());
        await assistant.AskAtHomeAsync("?");

        Assert.Equal("""{"output":"noon"}""", result.ToolCalls[0].Response);
        Assert.Equal("Bergen 3 ", Assert.Single(weather.Asked));
        Assert.Equal((4, 4, 3), (Declarations(0).Length, Declarations(1).Length, Declarations(2).Length));
    }

    [Fact]
    public async Task What_it_throws_is_told_to_the_model()
    {
        AIFunction fails = AIFunctionFactory.Create(string (string word) => throw new InvalidOperationException("No '" + word + "' here."), "LookUp");
        Script(new EmulatedCall("LookUp", """{"word":"a"}"""), new EmulatedCall("LookUp", """{"word":7}"""), new EmulatedCall("LookUp", "{}"));

        PromptResult<string> result = await Assistant.AskAsync("?", new[] { fails }.AsToolSet());

        Assert.Equal("""{"error":"No 'a' here."}""", result.ToolCalls[0].Response);
        Assert.All(result.ToolCalls, call => Assert.StartsWith("{\"error\":", call.Response, StringComparison.Ordinal));
        Assert.IsType<JsonException>(result.ToolCalls[1].Error);
        Assert.IsType<ArgumentException>(result.ToolCalls[2].Error);
    }

    [Fact]
    public async Task The_limit_of_rounds_holds_for_it()
    {
        _emulator.Script(EmulatorFault.FunctionCall("Now", "{}").Times(3));
        GeminiToolException error = await Assert.ThrowsAsync<GeminiToolException>(
            () => Assistant.AskAsync("?", new[] { AIFunctionFactory.Create(() => "noon", "Now") }.AsToolSet()));
        Assert.Equal(2, error.ToolCalls.Count);
    }

    [Fact]
    public async Task One_that_requires_approval_asks_for_it()
    {
        int runs = 0;
        ToolSet tools = new[] { new ApprovalRequiredAIFunction(AIFunctionFactory.Create(() => ++runs, "Count")) }.AsToolSet();

        Assert.Contains("needs an approval", (await Assert.ThrowsAsync<GeminiConfigurationException>(() => Assistant.AskAsync("?", tools))).Message, StringComparison.Ordinal);
        Assert.Empty(_emulator.Requests);

        _emulator.Script(EmulatorFault.FunctionCalls(new EmulatedCall("Count"), new EmulatedCall("Count")));
        int asked = 0;
        PromptResult<string> result = await Assistant.AskAsync("?", tools, (_, _) => new(asked++ == 0 ? ToolDecision.Deny("no") : ToolDecision.Approve));

        Assert.Equal((1, true, false), (runs, result.ToolCalls[0].IsDenied, result.ToolCalls[1].IsDenied));
    }

    [Fact]
    public async Task Services_and_cancellation_reach_it()
    {
        await using ServiceProvider services = new ServiceCollection().AddScoped<WeatherTools>().BuildServiceProvider();
        using CancellationTokenSource source = new();
        List<object?> seen = [];
        AIFunction looks = AIFunctionFactory.Create((IServiceProvider given, CancellationToken token) => { seen.Add(given.GetService(typeof(WeatherTools))); seen.Add(token.CanBeCanceled); }, "Look");
        Script(new EmulatedCall("Look", "{}"));

        PromptResult<string> result = await Create(services).AskAsync("?", new[] { looks }.AsToolSet(), cancellationToken: source.Token);

        Assert.Equal("""{"output":"Done."}""", result.ToolCalls[0].Response);
        Assert.IsType<WeatherTools>(seen[0]);
        Assert.Equal(true, seen[1]);
    }

    [Fact]
    public async Task A_stream_in_a_conversation_goes_on_after_it()
    {
        Conversation conversation = new();
        Script(new EmulatedCall("Now", "{}"));

        StringBuilder text = new();
        await foreach (string piece in Assistant.StreamAsync(conversation, "When?", new[] { AIFunctionFactory.Create(() => "noon", "Now") }.AsToolSet()))
        {
            text.Append(piece);
        }

        Assert.Contains("noon", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, conversation.Turns.Count);
    }

    [Fact]
    public async Task A_name_the_api_refuses_can_be_replaced()
    {
        AIFunction function = AIFunctionFactory.Create(() => "noon", "what time?");
        Assert.Contains("'what time?'", Assert.Throws<ArgumentException>(() => new[] { function }.AsToolSet()).Message, StringComparison.Ordinal);

        Script(new EmulatedCall("what_time", "{}"));
        PromptResult<string> result = await Assistant.AskAsync("?", new ToolSet(function.AsToolFunction("what_time")));
        Assert.Equal("""{"output":"noon"}""", result.ToolCalls[0].Response);
    }

    [Fact]
    public async Task Older_models_are_told_in_their_dialect()
    {
        AIFunction function = AIFunctionFactory.Create((string? word, DayOfWeek day) => word, "LookUp");

        await Assistant.AskAsync("?", new[] { function }.AsToolSet(), options: new PromptOptions { Model = "gemma-4-31b-it" });

        Assert.StartsWith(
            """{"name":"LookUp","parameters":{"type":"OBJECT","properties":{"word":{"type":"STRING","nullable":true},"day":{"type":"STRING","enum":["Sunday",""", Declarations(0).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_come_back_from_the_other_side_unharmed()
    {
        WeatherTools weather = new();
        Script(new EmulatedCall("GetForecast", """{"city":"Bergen"}"""));

        PromptResult<string> result = await Assistant.AskAsync("?", WeatherToolSet.Create(weather).AsAIFunctions().AsToolSet(), (_, _) => new(ToolDecision.Approve));

        Assert.Equal("Bergen 3 ", Assert.Single(weather.Asked));
        Assert.StartsWith("""{"output":{"city":"Bergen",""", result.ToolCalls[0].Response, StringComparison.Ordinal);
    }

    private Assistant Create(IServiceProvider? services = null, ToolApproval? approval = null)
    {
        _clients.Add(new GeminiClient(new GeminiOptions { ApiKey = _emulator.ApiKey, BaseAddress = _emulator.BaseAddress, ToolApproval = approval }));
        return new Assistant(_clients[^1], services);
    }

    private void Script(params EmulatedCall[] calls) => _emulator.Script(EmulatorFault.FunctionCalls(calls));

    private string[] Declarations(int request)
    {
        RecordedRequest recorded = _emulator.Requests[request];
        using JsonDocument body = JsonDocument.Parse(recorded.Body);
        return [.. body.RootElement.GetProperty("tools")[0].GetProperty("functionDeclarations").EnumerateArray().Select(declaration => declaration.GetRawText())];
    }

    private sealed record Entry(string Word, int[] Numbers, Uri? Page);
}
