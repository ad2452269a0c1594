using System.Text;
using System.Text.Json;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>Functions through generated code and an API that refuses lost signatures and results without a call.</summary>
public sealed class ToolTests : EndToEndTest
{
    private readonly WeatherTools _weather = new();

    [Fact]
    public async Task One_call()
    {
        Emulator.Script(EmulatorFault.FunctionCall("GetForecast", """{"city":"Bergen"}"""));
        PromptResult<string> result = await ToolDesk().AskAsync("Rain?");

        Assert.Equal("Bergen 3", Assert.Single(_weather.Asked));
        Assert.Contains("GetForecast: {\"output\":{\"city\":\"Bergen\",\"temperatures\":[7,8,9]}}", result.Value, StringComparison.Ordinal);
        Assert.Equal((PromptOutcome.Complete, 2, 2), (result.Outcome, result.Attempts, Emulator.Requests.Count));
        Assert.True(result.Usage.ThoughtsTokenCount > 0);
    }

    [Fact]
    public async Task Several_at_once_over_several_rounds_with_faults_between()
    {
        Emulator.Script(
            EmulatorFault.FunctionCalls(new EmulatedCall("GetForecast", """{"city":"Bergen"}"""), new EmulatedCall("GetForecast", """{"city":"Oslo","days":1}""")),
            EmulatorFault.Unavailable(),
            EmulatorFault.FunctionCalls(new EmulatedCall("nothing"), new EmulatedCall("GetForecast", """{"city":7}""") { HasId = false }));
        PromptResult<string> result = await ToolDesk().AskAsync("Rain?");

        Assert.Equal(["Bergen 3", "Oslo 1"], _weather.Asked.Order());
        Assert.Equal([1, 1, 2, 2], result.ToolCalls.Select(call => call.Round));
        Assert.Equal((3, 4), (result.Rounds, result.Attempts));
        Assert.Contains("There is no function 'nothing'", result.ToolCalls[2].Response, StringComparison.Ordinal);
        Assert.Contains("The argument 'city' cannot be read", result.ToolCalls[3].Response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_rounds()
    {
        Emulator.Script(EmulatorFault.FunctionCall("GetForecast", """{"city":"Bergen"}""").Times(3));
        GeminiToolException error = await Assert.ThrowsAsync<GeminiToolException>(() => ToolDesk().AskAsync("Rain?"));
        Assert.Equal(2, error.ToolCalls.Count);
    }

    [Fact]
    public async Task A_typed_answer_after_functions()
    {
        Emulator.Script(EmulatorFault.FunctionCall("GetForecast", """{"city":"Bergen"}"""), EmulatorFault.Answer("""{"city":"Bergen","temperatures":[1.5]}"""));
        Forecast forecast = await ToolDesk().ForecastAsync("Rain?");
        Assert.Equal(("Bergen", 1.5), (forecast.City, Assert.Single(forecast.Temperatures)));
    }

    [Fact]
    public async Task A_stream_goes_on_after_functions_and_approvals()
    {
        Emulator.Script(
            EmulatorFault.FunctionCalls(new EmulatedCall("forget", """{"city":"Bergen"}"""), new EmulatedCall("forget", """{"city":"Oslo"}""")),
            EmulatorFault.FunctionCall("GetForecast", """{"city":"Bergen"}"""));
        PromptStream<string> stream = ToolDesk().StreamAsync("Forget them.", (call, _) => new(call.Arguments.Contains("Oslo", StringComparison.Ordinal) ? ToolDecision.Deny("not that one") : ToolDecision.Approve));

        StringBuilder text = new();
        await foreach (string piece in stream)
        {
            text.Append(piece);
        }

        PromptCompletion completion = await stream.Completion;
        Assert.Equal(["Bergen 3", "not Bergen"], _weather.Asked.Order());
        Assert.Equal((3, 3, true), (completion.Rounds, completion.ToolCalls.Count, completion.ToolCalls[1].IsDenied));
        Assert.Contains("not that one", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_keeps_calls_signatures_and_results()
    {
        ToolDesk desk = ToolDesk();
        Conversation conversation = new();
        Emulator.Script(EmulatorFault.FunctionCall("GetForecast", """{"city":"Bergen"}"""));
        await desk.ChatAsync(conversation, "Rain?");
        Assert.Equal(4, conversation.Turns.Count);
        Assert.Contains("thoughtSignature", Encoding.UTF8.GetString(conversation.Turns[1].Content.Span), StringComparison.Ordinal);

        Conversation restored = JsonSerializer.Deserialize<Conversation>(JsonSerializer.Serialize(conversation))!;
        Emulator.Script(EmulatorFault.FunctionCall("GetForecast", """{"city":"Oslo"}"""), EmulatorFault.None.InHops(2));
        await desk.ChatAsync(restored, "And in Oslo?");
        Assert.Equal(8, restored.Turns.Count);
        Assert.Equal(5, Emulator.Requests.Count);
    }

    [Fact]
    public async Task Hops_are_followed_over_faults()
    {
        Emulator.Script(EmulatorFault.Answer("Once upon a time in Bergen.").InHops(3), EmulatorFault.Unavailable(), EmulatorFault.None, EmulatorFault.None);
        PromptResult<string> result = await ToolDesk().AskAsync("Tell.");
        Assert.Equal(("Once upon a time in Bergen.", 4), (result.Value, result.Attempts));

        Emulator.Script(EmulatorFault.Answer("Once upon a time in Oslo.").InHops(2));
        ToolDesk argon = new(CreateClient(options => options.Models["IToolDesk"] = GeminiModels.Gemini4Argon), new ToolInstances(_weather));
        StringBuilder text = new();
        await foreach (string piece in argon.StreamAsync("Tell.", (_, _) => new(ToolDecision.Approve)))
        {
            text.Append(piece);
        }

        Assert.Equal("Once upon a time in Oslo.", text.ToString());
    }

    private ToolDesk ToolDesk() => new(CreateClient(options => options.ToolApproval = (_, _) => new(ToolDecision.Approve)), new ToolInstances(_weather));

    /// <summary>Notes what it is asked.</summary>
    private sealed class WeatherTools : IWeatherTools
    {
        public System.Collections.Concurrent.ConcurrentBag<string> Asked { get; } = [];

        public async Task<Forecast> GetForecastAsync(string city, int days, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Asked.Add(FormattableString.Invariant($"{city} {days}"));
            return new Forecast(city, [.. Enumerable.Range(7, days).Select(degrees => (double)degrees)]);
        }

        public void Forget(string city) => Asked.Add("not " + city);
    }
}
