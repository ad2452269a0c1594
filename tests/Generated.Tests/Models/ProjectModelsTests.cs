using GeminiGen.Generated.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Generated.Tests.Models;

/// <summary>The numbers of the project's <c>gemini-models.json</c> at run time. The answers take 10 tokens in and 5 out.</summary>
public sealed class ProjectModelsTests
{
    private const decimal Million = 1_000_000m;

    [Fact]
    public async Task A_price_of_the_file_is_what_a_call_costs()
        => Assert.Equal((10 * 1000 + 5 * 2000) / Million, (await Desk().AskAsync("a")).Cost);

    [Theory]
    [InlineData("house-model")]
    [InlineData("house-model-latest")]
    public async Task A_model_of_the_file_costs_what_it_says_however_it_was_chosen(string model)
        => Assert.Equal(30m, (await Desk(options => options.Models["IPricedDesk"] = model).AskAsync("a")).Cost);

    [Fact]
    public async Task A_model_that_the_file_does_not_name_costs_what_the_package_says()
    {
        Assert.True(GeminiModelCatalog.TryGet(GeminiModels.Gemini38Flash, out GeminiModel? model));
        decimal? expected = model.EstimateCost(new UsageMetadata { PromptTokenCount = 10, CandidatesTokenCount = 5 }, DateOnly.FromDateTime(DateTime.UtcNow));

        Assert.Equal(expected, (await Desk(options => options.Models["IPricedDesk"] = GeminiModels.Gemini38Flash).AskAsync("a")).Cost);
    }

    [Fact]
    public async Task A_stream_costs_the_same()
    {
        FakeGemini gemini = FakeGemini.Raw("data: " + GeminiAnswer.Complete("Fine.").ReplaceLineEndings("") + "\n\n");
        PromptStream<string> stream = new PricedDesk(gemini.Client()).StreamAsync("a");
        await foreach (string _ in stream)
        {
        }

        Assert.Equal((10 * 1000 + 5 * 2000) / Million, (await stream.Completion).Cost);
    }

    [Theory]
    [InlineData(null, "responseJsonSchema")]
    [InlineData("house-model", "responseSchema")]
    public async Task What_the_file_says_of_a_models_abilities_shapes_the_request(string? model, string member)
    {
        FakeGemini gemini = FakeGemini.Text("[1]");
        await new PricedDesk(gemini.Client(options => options.Models["IPricedDesk"] = model ?? "gemini-2.5-flash-lite")).ReadAsync("a");

        Assert.Contains($"\"{member}\":", gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keywords_that_the_file_says_a_model_refuses_are_left_out_and_members_of_such_a_name_stay()
    {
        FakeGemini gemini = FakeGemini.Text("""{"title":"a","kind":"Letter","page_count":1,"score":1,"draft":false,"editor":{"name":"b"},"topics":[],"readers":[]}""");
        await new Desk.TypedRecordDesk(gemini.Client(options => options.Models["ITypedRecordDesk"] = "picky-model")).DescribeAsync("d");

        string schema = JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema");
        JsonAssert.Equal("""{"type":"string"}""", JsonAssert.At(schema, "properties", "title"));
        JsonAssert.Equal(
            """{"anyOf":[{"type":"object","properties":{"name":{"type":"string"},"age":{"type":["integer","null"]}},"required":["name"]},{"type":"null"}]}""",
            JsonAssert.At(schema, "properties", "reviewer"));
        Assert.DoesNotContain("additionalProperties", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_refuses_references_is_refused_types_that_contain_themselves()
    {
        FakeGemini gemini = FakeGemini.Text("{}");
        var desk = new Trees.RecursiveDesk(gemini.Client(options => options.Models["IRecursiveDesk"] = "picky-model"));

        await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.OutlineAsync("t"));
        Assert.Empty(gemini.Bodies);
    }

    [Fact]
    public async Task Large_schemas_name_their_parts_where_the_model_takes_references()
    {
        FakeGemini gemini = FakeGemini.Text("{}");
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => new WideDesk(gemini.Client()).ReadAsync("t"));
        string schema = JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema");

        JsonAssert.Equal("""{"$ref":"#/$defs/Wide1"}""", JsonAssert.At(schema, "properties", "left"));
        JsonAssert.Equal("""{"anyOf":[{"$ref":"#/$defs/Wide1"},{"type":"null"}]}""", JsonAssert.At(schema, "properties", "right"));
        Assert.Contains("\"left\"", JsonAssert.At(schema, "$defs", "Wide7"), StringComparison.Ordinal);
        Assert.InRange(schema.Length, 0, 4000);
    }

    [Fact]
    public async Task Large_schemas_are_written_out_for_a_model_that_refuses_references()
    {
        FakeGemini gemini = FakeGemini.Text("{}");
        WideDesk desk = new(gemini.Client(options => options.Models["IWideDesk"] = "picky-model"));
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => desk.ReadAsync("t"));

        string schema = JsonAssert.At(gemini.Body, "generationConfig", "responseSchema");
        Assert.Equal("\"STRING\"", JsonAssert.At(schema, "properties", "left", "properties", "left", "properties", "left", "properties", "left", "properties", "left", "properties", "left", "properties", "left", "properties", "left", "type"));
    }

    [Fact]
    public async Task A_registered_client_has_the_same_numbers()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        ServiceCollection services = new();
        services.AddGeminiGen(static options => options.ApiKey = "not-a-key").AddPricedDesk();
        services.AddHttpClient(GeminiClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => gemini);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(0.02m, (await provider.GetRequiredService<IPricedDesk>().AskAsync("a")).Cost);
    }

    [Theory]
    [InlineData("house-modle", "Did you mean \"house-model\"?")]
    [InlineData("gemini-3.8-flahs", "Did you mean \"gemini-3.8-flash\"?")]
    public async Task A_model_of_the_file_is_proposed_where_it_was_meant(string model, string proposal)
    {
        FakeGemini gemini = FakeGemini.Raw("{\"error\":{\"code\":404,\"status\":\"NOT_FOUND\",\"message\":\"gone\"}}");
        PricedDesk desk = new(gemini.Client(options => options.Models["IPricedDesk"] = model));

        GeminiModelNotFoundException error = await Assert.ThrowsAsync<GeminiModelNotFoundException>(() => desk.AskAsync("a"));

        Assert.Contains(proposal, error.Message, StringComparison.Ordinal);
    }

    private static PricedDesk Desk(Action<GeminiOptions>? configure = null) => new(FakeGemini.Text("Fine.").Client(configure));
}
