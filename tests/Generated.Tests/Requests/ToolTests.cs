using Desk;
using GeminiGen.Generated.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>Functions the model calls, as the generator declares and calls them.</summary>
public sealed class ToolTests
{
    [Fact]
    public async Task Declarations_are_sent()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        await new ToolDesk(gemini.Client(), new ToolInstances(new Weather())).AskAsync("?");

        JsonAssert.Equal(
            """
            [{"functionDeclarations":[
             {"name":"GetForecast","description":"The forecast of a city","parametersJsonSchema":{"type":"object","properties":{
               "city":{"type":"string","description":"The city's name"},"days":{"type":"integer","minimum":1,"maximum":14},
               "unit":{"anyOf":[{"type":"string","description":"An argument.\nCelsius: A.\nFahrenheit: B.","enum":["Celsius","Fahrenheit"]},{"type":"null"}]}},"required":["city"]}},
             {"name":"list-cities","description":"The cities there are"}]}]
            """,
            JsonAssert.At(gemini.Body, "tools"));
    }

    [Fact]
    public async Task Older_models_get_the_older_dialect_and_other_methods_nothing()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        await new ToolDesk(gemini.Client(options => options.Models["IToolDesk"] = "gemini-2.0-flash"), new ToolInstances(new Weather())).AskAsync("?");
        JsonAssert.Equal("""["city"]""", JsonAssert.At(gemini.Body, "tools", 0, "functionDeclarations", 0, "parameters", "required"));

        await new ToolDesk(gemini.Client()).ThinkAsync("?");
        Assert.DoesNotContain("tools", gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_are_read_and_results_written()
    {
        FakeGemini gemini = FakeGemini.Raw(
            Calls("""{"name":"GetForecast","args":{"city":"Bergen","unit":"Fahrenheit"}}""", """{"id":"7","name":"list-cities"}"""), GeminiAnswer.Complete("Rain."));
        await using ServiceProvider services = new ServiceCollection().AddSingleton<IWeatherTools, Weather>().BuildServiceProvider();

        PromptResult<string> result = await new ToolDesk(gemini.Client(), services).AskAsync("?");

        Assert.Equal("Rain.", result.Value);
        Assert.Equal(30, result.Usage.TotalTokenCount);
        JsonAssert.Equal(
            """
            {"role":"user","parts":[
             {"functionResponse":{"name":"GetForecast","response":{"output":{"city":"Bergen","temperatures":[3],"unit":"Fahrenheit"}}}},
             {"functionResponse":{"id":"7","name":"list-cities","response":{"output":["Bergen","Ærø"]}}}]}
            """,
            JsonAssert.At(gemini.Body, "contents", 2));
        Assert.Contains("Ærø", gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_gives_the_services()
    {
        FakeGemini gemini = FakeGemini.Raw(Calls("""{"id":"7","name":"list-cities"}"""), GeminiAnswer.Complete("Two."));
        ServiceCollection collection = new();
        collection.AddScoped<IWeatherTools, Weather>();
        GeminiGenBuilder builder = collection.AddGeminiGen(options => options.ApiKey = "not-a-key").AddToolDesk();
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => gemini);
        await using ServiceProvider services = collection.BuildServiceProvider(validateScopes: true);

        Assert.Equal("""{"output":["Bergen","Ærø"]}""", (await services.GetRequiredService<IToolDesk>().AskAsync("?")).ToolCalls[0].Response);
    }

    [Fact]
    public async Task Instances_static_methods_and_bases()
    {
        FakeGemini gemini = FakeGemini.Raw(
            Calls("""{"name":"Find","args":{"class":"A-1"}}""", """{"name":"Add","args":{"left":1,"right":2.5}}""", """{"name":"Cancel","args":{"id":"0e3ad9b1-6ef2-4b35-9f39-6f1f8a7c3a11"}}"""),
            GeminiAnswer.Complete("Done."));
        List<string> asked = [];

        await new ToolDesk(gemini.Client(), new ToolInstances(System.Globalization.CultureInfo.InvariantCulture)).CountAsync(null, "?", new OrderTools(), (call, _) =>
        {
            asked.Add(call.Name);
            return new(ToolDecision.Approve);
        });

        Assert.Equal(["Find", "Add", "Cancel"], asked);
        JsonAssert.Equal("""{"output":"A-1"}""", JsonAssert.At(gemini.Body, "contents", 2, "parts", 0, "functionResponse", "response"));
        JsonAssert.Equal("""{"output":3.5}""", JsonAssert.At(gemini.Body, "contents", 2, "parts", 1, "functionResponse", "response"));
        JsonAssert.Equal("""{"output":"Done."}""", JsonAssert.At(gemini.Body, "contents", 2, "parts", 2, "functionResponse", "response"));
    }

    private static string Calls(params string[] calls)
        => """{"candidates":[{"content":{"role":"model","parts":[""" + string.Join(",", calls.Select(call => "{\"functionCall\":" + call + "}")) +
            """]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":5,"totalTokenCount":15}}""";

    private sealed class Weather : IWeatherTools
    {
        public Task<Forecast> GetForecastAsync(string city, int days, Unit? unit, CancellationToken cancellationToken)
            => Task.FromResult(new Forecast(city, [days], unit ?? Unit.Celsius));

        public IReadOnlyList<string> GetCities() => ["Bergen", "Ærø"];
    }
}
