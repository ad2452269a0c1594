using System.Text;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>What answers rest on, through generated code.</summary>
public sealed class GroundingTests : EndToEndTest
{
    private const string Text = "Ærø has a clock 😀. It strikes at noon! Nobody knows why.";

    [Fact]
    public async Task Sources_and_places_in_characters()
    {
        Emulator.Script(EmulatorFault.None);
        PromptResult<string> result = await Grounded().SearchAsync("Summarise:\nÆrø has a clock 😀 that strikes at noon. The clock of Ærø was built in 1820. Nobody knows why it strikes.");
        PromptGrounding grounding = result.Grounding!;

        Assert.NotEmpty(grounding.Supports);
        Assert.All(grounding.Supports, support => Assert.Equal(support.Text, result.Value[support.Range]));
        Assert.StartsWith("The clock of Ærø was built", grounding.Supports.Single(support => support.Text.Contains("1820", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Equal(("source1.example", "https://source1.example/page"), (grounding.Sources[0].Title, grounding.Sources[0].Uri!.AbsoluteUri));
        Assert.Same(grounding.Sources[1], Assert.Single(grounding.Supports[1].Sources));
        Assert.StartsWith("Summarise", Assert.Single(grounding.SearchQueries), StringComparison.Ordinal);
        Assert.Contains("<div>", grounding.SearchEntryPoint, StringComparison.Ordinal);
        Assert.Contains("\"tools\":[{\"googleSearch\":{}}]", Emulator.Requests[0].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_has_them_at_its_end()
    {
        PromptStream<string> stream = Grounded().StreamAsync("Summarise https://a.example/x and https://b.example/missing.\n\n" + Documents.Clock);
        StringBuilder text = new();
        await foreach (string piece in stream)
        {
            text.Append(piece);
        }

        PromptCompletion completion = await stream.Completion;
        Assert.Null(completion.RawResponse);
        Assert.All(completion.Grounding!.Supports, support => Assert.Equal(support.Text, text.ToString()[support.Range]));
        Assert.NotEmpty(completion.Grounding.Supports);
        Assert.Equal([(true, "a.example"), (false, "b.example")], completion.Grounding.Urls.Select(url => (url.IsRetrieved, url.Uri!.Host)));
    }

    [Fact]
    public async Task Code_stays_in_the_history_and_goes_with_functions()
    {
        Conversation conversation = new();
        GroundedDesk desk = Grounded();
        PromptResult<string> result = await desk.ComputeAsync("What is six times seven?", conversation);
        await desk.ComputeAsync("And again?", conversation);

        Assert.Equal(new ExecutedCode("PYTHON", "print(6 * 7)", "OUTCOME_OK", "42\n"), Assert.Single(result.Grounding!.Code));
        Assert.Contains("codeExecutionResult", Emulator.Requests[1].BodyText, StringComparison.Ordinal);
        Assert.Contains("""{"googleSearch":{}},{"codeExecution":{}}],"toolConfig":{"includeServerSideToolInvocations":true}""", Emulator.Requests[1].BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_answers_rest_on_something_too()
    {
        PromptResult<Forecast> result = await Grounded().ForecastAsync("The weather in Bergen?");
        Assert.NotNull(result.Grounding);
    }

    [Fact]
    public async Task Models_without_them_refuse()
    {
        GroundedDesk desk = new(CreateClient(options =>
        {
            options.Models["IGroundedDesk"] = GeminiModels.Gemini25FlashLite;
            options.ToolApproval = (_, _) => new(ToolDecision.Approve);
        }), new ToolInstances(new NoWeather()));
        await desk.SearchAsync("Why?");
        Assert.Contains("typed answer", (await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.ForecastAsync("Why?"))).Message, StringComparison.Ordinal);
        Assert.Contains("functions and tools of the API", (await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.ComputeAsync("Why?"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_without_tools_have_none()
        => Assert.Null((await new ChatDesk(CreateClient(_ => { })).ChatAsync(new Conversation(), Text)).Grounding);

    private GroundedDesk Grounded() => new(CreateClient(options => options.ToolApproval = (_, _) => new(ToolDecision.Approve)), new ToolInstances(new NoWeather()));

    /// <summary>Offered to the model, which does not call it.</summary>
    private sealed class NoWeather : IWeatherTools
    {
        public Task<Forecast> GetForecastAsync(string city, int days, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Forget(string city) => throw new NotSupportedException();
    }
}
