using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>The schema sent with a typed request: its dialect follows the model, its content the type.</summary>
public sealed class SchemaTests
{
    private const string JsonSchema = """
        {"type":"object","description":"What a document is about.","properties":{
          "title":{"type":"string","description":"At most ten words, no \"quotes\"."},
          "kind":{"type":"string","description":"A kind.\nLetter: A letter.\nReport: A report.","enum":["Letter","Report"]},
          "page_count":{"type":"integer"},
          "score":{"type":"number"},
          "draft":{"type":"boolean"},
          "author":{"type":["string","null"]},
          "editor":{"type":"object","description":"A person.","properties":{"name":{"type":"string"},"age":{"type":["integer","null"],"description":"In years."}},"required":["name"],"additionalProperties":false},
          "reviewer":{"anyOf":[{"type":"object","description":"A person.","properties":{"name":{"type":"string"},"age":{"type":["integer","null"],"description":"In years."}},"required":["name"],"additionalProperties":false},{"type":"null"}]},
          "topics":{"type":"array","items":{"type":"string"}},
          "readers":{"type":"array","items":{"type":"object","description":"A person.","properties":{"name":{"type":"string"},"age":{"type":["integer","null"],"description":"In years."}},"required":["name"],"additionalProperties":false}}},
         "required":["title","kind","page_count","score","draft","editor","topics","readers"],"additionalProperties":false}
        """;

    private readonly FakeGemini _gemini = FakeGemini.Text("null");

    [Theory]
    [InlineData("gemini-3.8-flash")]
    [InlineData("gemini-2.5-flash")]
    [InlineData("a-model-nobody-knows")]
    public async Task Newer_and_unknown_models_get_JSON_schema(string model)
    {
        await Send(model);

        Assert.Equal("\"application/json\"", JsonAssert.At(_gemini.Body, "generationConfig", "responseMimeType"));
        JsonAssert.Equal(JsonSchema, JsonAssert.At(_gemini.Body, "generationConfig", "responseJsonSchema"));
        Assert.DoesNotContain("responseSchema", _gemini.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gemini-2.0-flash")]
    [InlineData("gemini-1.5-pro")]
    public async Task Older_models_get_the_OpenAPI_subset(string model)
    {
        await Send(model);

        Assert.DoesNotContain("responseJsonSchema", _gemini.Body, StringComparison.Ordinal);
        string schema = JsonAssert.At(_gemini.Body, "generationConfig", "responseSchema");
        Assert.Equal("\"OBJECT\"", JsonAssert.At(schema, "type"));
        Assert.Equal("""["title","kind","page_count","score","draft","editor","topics","readers"]""", JsonAssert.At(schema, "required"));
        Assert.Equal(
            """["title","kind","page_count","score","draft","author","editor","reviewer","topics","readers"]""", JsonAssert.At(schema, "propertyOrdering"));
        Assert.Equal("true", JsonAssert.At(schema, "properties", "author", "nullable"));
        Assert.Equal("\"ARRAY\"", JsonAssert.At(schema, "properties", "readers", "type"));
        Assert.Equal("\"In years.\"", JsonAssert.At(schema, "properties", "editor", "properties", "age", "description"));
    }

    [Fact]
    public async Task Text_methods_send_no_schema()
    {
        await new TextDesk(_gemini.Client()).AnswerAsync("t");

        Assert.DoesNotContain("response", _gemini.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simple_answers_have_simple_schemas()
    {
        var desk = new TypedSimpleDesk(_gemini.Client());

        await SwallowAsync(desk.EnumAsync("t"));
        JsonAssert.Equal("""{"type":"string","description":"A mood.\nGood: Good.\nBad: Bad.","enum":["Good","Bad"]}""", Schema());
        await SwallowAsync(desk.IntAsync("t"));
        JsonAssert.Equal("""{"type":"integer"}""", Schema());
        await SwallowAsync(desk.BoolAsync("t"));
        JsonAssert.Equal("""{"type":"boolean"}""", Schema());
        await SwallowAsync(desk.MomentAsync("t"));
        JsonAssert.Equal("""{"type":"string","format":"date-time"}""", Schema());
        await SwallowAsync(desk.ArrayAsync("t"));
        JsonAssert.Equal("""{"type":"array","items":{"type":"integer"}}""", Schema());
    }

    private string Schema() => JsonAssert.At(_gemini.Body, "generationConfig", "responseJsonSchema");

    private Task Send(string model) =>
        SwallowAsync(new TypedRecordDesk(_gemini.Client(options => options.Models["ITypedRecordDesk"] = model)).DescribeAsync("d"));

    /// <summary>Only what was sent matters here; the prepared answer fits no type.</summary>
    private static async Task SwallowAsync(Task call) => await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => call);
}
