using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Typed answers are valid for the schema sent, by the word of a validator that is not ours.</summary>
public sealed class TypedAnswerTests : EmulatorTest
{
    private static readonly string[] Inputs =
    [
        "Describe this document.\n\n" + Bodies.Article,
        "Hello",
        "Describe:\nOrder 4711 of 12.03.2026 came late and broken. I want a refund! Contact: jane@example.org, https://example.org/orders/4711",
        "总结:\n港口的钟今年春天修好了。工程师按照原来的图纸重建了钟。",
        "Describe:\n\U0001F600\U0001F600\U0001F600",
    ];

    public static TheoryData<string> JsonSchemas =>
    [
        """{"type":"string"}""",
        """{"type":"string","minLength":200}""",
        """{"type":"string","maxLength":3}""",
        """{"type":"string","minLength":4,"maxLength":4}""",
        """{"type":"string","pattern":"^[A-Z]{3}-\\d{4}$"}""",
        """{"type":"string","pattern":"^(low|high)+(?:-x)?$"}""",
        """{"type":"string","format":"date"}""",
        """{"type":"string","format":"date-time"}""",
        """{"type":"string","format":"uuid"}""",
        """{"type":"string","format":"email"}""",
        """{"type":"string","format":"uri"}""",
        """{"type":"string","enum":["Praise","Complaint","Other"]}""",
        """{"enum":[1,2,3]}""",
        """{"type":["string","null"],"enum":["Blue","Green",null]}""",
        """{"const":"fixed"}""",
        """{"type":"integer"}""",
        """{"type":"integer","minimum":5,"maximum":7}""",
        """{"type":"integer","minimum":1000000}""",
        """{"type":"integer","maximum":-3}""",
        """{"type":"number","minimum":0.25,"maximum":0.75}""",
        """{"type":"boolean"}""",
        """{"type":"null"}""",
        """{"type":["integer","null"]}""",
        """{"type":"array","items":{"type":"string"}}""",
        """{"type":"array","items":{"type":"string","maxLength":10},"minItems":7,"maxItems":9}""",
        """{"type":"array","items":{"type":"integer","minimum":0},"maxItems":2}""",
        """{"type":"array","items":{"type":"string","enum":["clock","town","moon"]},"minItems":2}""",
        """{"type":"array","items":{"type":"string","format":"date"}}""",
        """{"type":"array","prefixItems":[{"type":"string"},{"type":"integer"}],"minItems":2,"maxItems":2}""",
        """{"type":"array","items":{"type":"array","items":{"type":"number"},"minItems":1},"minItems":2}""",
        """{"type":"array","items":{"type":"object","properties":{"title":{"type":"string"},"dueDate":{"type":["string","null"],"format":"date"}},"required":["title","dueDate"]},"minItems":1}""",
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"boolean"}},"required":["a","b","c"],"additionalProperties":false}""",
        """{"type":"object","properties":{"zebra":{"type":"string"},"yak":{"type":"string"}},"minProperties":1}""",
        """{"type":"object","additionalProperties":{"type":"integer","minimum":1},"minProperties":2,"maxProperties":4}""",
        """{"anyOf":[{"type":"integer"},{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}]}""",
        """{"oneOf":[{"type":"string","minLength":1},{"type":"null"}]}""",
        """{"type":"object","properties":{"child":{"anyOf":[{"$ref":"#/$defs/Node"},{"type":"null"}]}},"required":["child"],"$defs":{"Node":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},"required":["name"]}}}""",
        """{"$ref":"#/$defs/Card","$defs":{"Card":{"type":"object","properties":{"title":{"type":"string"},"kind":{"$ref":"#/$defs/Kind"},"audience":{"$ref":"#/$defs/Audience"}},"required":["title","kind","audience"],"additionalProperties":false},"Kind":{"type":"string","enum":["Article","Letter"]},"Audience":{"type":"object","properties":{"who":{"type":"string","minLength":2},"level":{"type":"integer","minimum":1,"maximum":5}},"required":["who","level"]}}}""",
        """{"type":"object","properties":{"title":{"type":"string","maxLength":40},"summary":{"type":"string"},"kind":{"type":"string","enum":["Article","Report","Other"]},"topics":{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":5},"published":{"type":["string","null"],"format":"date"},"words":{"type":"integer","minimum":0},"author":{"anyOf":[{"type":"object","properties":{"name":{"type":"string"},"email":{"type":["string","null"]}},"required":["name"]},{"type":"null"}]}},"required":["title","summary","kind","topics","published","words","author"],"additionalProperties":false}""",
    ];

    public static TheoryData<string> OpenApiSchemas =>
    [
        """{"type":"STRING"}""",
        """{"type":"STRING","format":"date-time","nullable":true}""",
        """{"type":"STRING","enum":["POSITIVE","NEGATIVE"]}""",
        """{"type":"STRING","maxLength":"12"}""",
        """{"type":"INTEGER","format":"int32","minimum":10,"maximum":20}""",
        """{"type":"NUMBER","nullable":true}""",
        """{"type":"BOOLEAN"}""",
        """{"type":"ARRAY","items":{"type":"STRING"},"minItems":"2","maxItems":"3"}""",
        """{"type":"ARRAY","items":{"type":"OBJECT","properties":{"name":{"type":"STRING"},"amount":{"type":"NUMBER"}},"required":["name","amount"]}}""",
        """{"type":"OBJECT","properties":{"title":{"type":"STRING"},"rating":{"type":"INTEGER","minimum":1,"maximum":5,"nullable":true},"tags":{"type":"ARRAY","items":{"type":"STRING"}},"inner":{"type":"OBJECT","properties":{"due":{"type":"STRING","format":"date"}},"required":["due"]}},"required":["title","rating","tags","inner"],"propertyOrdering":["inner","tags","rating","title"]}""",
        """{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}""",
    ];

    [Theory]
    [MemberData(nameof(JsonSchemas))]
    public async Task Valid_for_json_schema(string schema)
    {
        foreach (string input in Inputs)
        {
            string json = TextOf(await AnswerAsync(Bodies.Typed(input, "responseJsonSchema", schema)));
            SchemaCheck.AssertValid(schema, json);
        }
    }

    [Theory]
    [MemberData(nameof(OpenApiSchemas))]
    public async Task Valid_for_the_openapi_subset(string schema)
    {
        string standard = SchemaCheck.ToStandard(JsonNode.Parse(schema)!).ToJsonString();
        foreach (string input in Inputs)
        {
            string json = TextOf(await AnswerAsync(Bodies.Typed(input, "responseSchema", schema)));
            SchemaCheck.AssertValid(standard, json);
        }
    }

    [Fact]
    public void Validator_finds_faults()
    {
        Assert.ThrowsAny<Exception>(() => SchemaCheck.AssertValid("""{"type":"integer","minimum":5}""", "3"));
        Assert.ThrowsAny<Exception>(() => SchemaCheck.AssertValid("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", "{}"));
        Assert.ThrowsAny<Exception>(() => SchemaCheck.AssertValid("""{"type":"string","format":"date"}""", "\"tomorrow\""));
        Assert.ThrowsAny<Exception>(() => SchemaCheck.AssertValid("""{"prefixItems":[{"type":"integer"}]}""", "[\"a\"]"));
        Assert.ThrowsAny<Exception>(() => SchemaCheck.AssertValid("""{"$ref":"#/$defs/A","$defs":{"A":{"type":"integer"}}}""", "\"a\""));
    }

    [Fact]
    public async Task Response_format_is_read_as_json_schema()
    {
        JsonNode format = JsonNode.Parse("""{"text":{"mimeType":"APPLICATION_JSON","schema":{"type":"object","properties":{"title":{"type":"string"}},"required":["title"]}}}""")!;
        JsonObject answer = await AnswerAsync(Bodies.Prompt(Inputs[0], new JsonObject { ["responseFormat"] = format }));
        Assert.Equal("The harbour clock", (string)JsonNode.Parse(TextOf(answer))!["title"]!);
    }

    [Fact]
    public async Task Enum_media_type_gives_the_bare_value()
    {
        var config = new JsonObject { ["responseMimeType"] = "text/x.enum", ["responseSchema"] = JsonNode.Parse("""{"type":"STRING","enum":["clock","moon"]}""") };
        Assert.Equal("clock", TextOf(await AnswerAsync(Bodies.Prompt(Inputs[0], config))));
    }

    [Fact]
    public async Task Members_come_in_the_order_asked_for()
    {
        const string Schema = """{"type":"OBJECT","properties":{"a":{"type":"STRING"},"b":{"type":"STRING"}},"required":["a","b"],"propertyOrdering":["b","a"]}""";
        JsonObject answer = await AnswerAsync(Bodies.Typed(Inputs[0], "responseSchema", Schema));
        Assert.Equal(["b", "a"], JsonNode.Parse(TextOf(answer))!.AsObject().Select(member => member.Key));
    }
}
