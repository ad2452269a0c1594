using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Flags, dictionaries and sets: asked for in both dialects, answered and read.</summary>
public sealed class ShapeTests : EmulatedTest
{
    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_shape_in_either_dialect(string model)
    {
        var desk = new TypedShapesDesk(Client("ITypedShapesDesk", model));

        Inventory inventory = await desk.TakeAsync("Describe:\n" + Document);

        Assert.Equal(Rights.Read | Rights.Write, inventory.Rights & Rights.ReadWrite);
        Assert.NotEmpty(inventory.Counts);
        Assert.All(inventory.Places, pair => Assert.False(string.IsNullOrEmpty(pair.Value.Name)));
        Assert.Contains(Colour.Blue, inventory.Colours.Keys);
        Assert.Contains(Colour.Blue, inventory.Palette);
        Assert.NotEmpty(inventory.Groups);
        Assert.NotEmpty(inventory.Truths);
        Assert.NotEmpty(inventory.Names);
        Assert.Contains(18, inventory.Numbers);
        Assert.NotEmpty(inventory.Lines);
        Assert.NotEmpty(inventory.Fixed);
        Assert.Same(StringComparer.Ordinal, inventory.Sorted.Comparer);
        Assert.Same(StringComparer.Ordinal, inventory.Groups.Comparer);
        Assert.NotEmpty(await desk.CountAsync("Count:\n" + Document));
    }

    [Fact]
    public async Task Dialects_say_a_dictionary_each_in_its_own_way()
    {
        const string Both = "\"required\":[\"rights\",\"counts\",\"places\",\"colours\",\"groups\",\"truths\",\"names\",\"numbers\",\"sorted\",\"fixed\",\"lines\",\"palette\"]";
        string json = await Send(GeminiModels.Gemini38Flash, "responseJsonSchema");
        string openApi = await Send("gemma-4-31b-it", "responseSchema");

        Assert.Contains(Both, json, StringComparison.Ordinal);
        Assert.Contains(Both, openApi, StringComparison.Ordinal);
        JsonAssert.Equal("""{"type":"array","description":"What may be done.\nRead: Reading.\nWrite: Writing.\nReadWrite: Both.","items":{"type":"string","enum":["Read","Write","ReadWrite"]}}""", JsonAssert.At(json, "properties", "rights"));
        JsonAssert.Equal("""{"type":["array","null"],"description":"What may be done.\nRead: Reading.\nWrite: Writing.\nReadWrite: Both.","items":{"type":"string","enum":["Read","Write","ReadWrite"]}}""", JsonAssert.At(json, "properties", "former"));
        JsonAssert.Equal("""{"type":"object","additionalProperties":{"type":"integer"}}""", JsonAssert.At(json, "properties", "counts"));
        JsonAssert.Equal("""{"type":["object","null"],"additionalProperties":{"type":["string","null"]}}""", JsonAssert.At(json, "properties", "notes"));
        JsonAssert.Equal(
            """{"type":"object","properties":{"Red":{"type":"string","description":"Red."},"Blue":{"type":"string","description":"Blue."}},"additionalProperties":false}""",
            JsonAssert.At(json, "properties", "colours"));
        JsonAssert.Equal(
            """{"type":"ARRAY","items":{"type":"OBJECT","properties":{"key":{"type":"STRING"},"value":{"type":"INTEGER","format":"int32"}},"required":["key","value"],"propertyOrdering":["key","value"]}}""",
            JsonAssert.At(openApi, "properties", "counts"));
        JsonAssert.Equal(
            """{"type":"OBJECT","properties":{"Red":{"type":"STRING","description":"Red."},"Blue":{"type":"STRING","description":"Blue."}},"propertyOrdering":["Red","Blue"]}""",
            JsonAssert.At(openApi, "properties", "colours"));
    }

    [Theory]
    [InlineData("""["Read","Write"]""", Rights.ReadWrite)]
    [InlineData("""["ReadWrite"]""", Rights.ReadWrite)]
    [InlineData("[]", Rights.None)]
    public async Task Flags(string answer, Rights expected)
        => Assert.Equal(expected, await new TypedShapesDesk(FakeGemini.Text(answer).Client()).RightsAsync("t"));

    [Theory]
    [InlineData("""["Read","None"]""", "$[1]")]
    [InlineData("""["read"]""", "$[0]")]
    [InlineData("\"Read\"", "$")]
    [InlineData("3", "$")]
    public async Task Flags_that_do_not_fit(string answer, string path)
        => Assert.Equal(path, (await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => new TypedShapesDesk(FakeGemini.Text(answer).Client()).RightsAsync("t"))).JsonPath);

    [Theory]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("""[{"key":"a","value":1},{"value":2,"key":"b","more":[1]}]""")]
    public async Task Dictionary_in_both_forms(string answer)
        => Assert.Equal(
            new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, await new TypedShapesDesk(FakeGemini.Text(answer).Client()).CountAsync("t"));

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "$.a")]
    [InlineData("""{"a":null}""", "$.a")]
    [InlineData("""{"a b":"x"}""", "$['a b']")]
    [InlineData("""[{"key":"a","value":1},{"key":"a","value":1}]""", "$[1]")]
    [InlineData("""[{"key":"a"}]""", "$[0]")]
    [InlineData("""[{"key":"a","value":{}}]""", "$[0].value")]
    [InlineData("""[1]""", "$[0]")]
    [InlineData("7", "$")]
    public async Task Dictionary_that_does_not_fit(string answer, string path)
        => Assert.Equal(path, (await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => new TypedShapesDesk(FakeGemini.Text(answer).Client()).CountAsync("t"))).JsonPath);

    [Theory]
    [InlineData("\"places\":{\"p\":{\"name\":\"n\"}}", "\"places\":{\"p\":null}", "$.places.p")]
    [InlineData("\"places\":{\"p\":{\"name\":\"n\"}}", "\"places\":{\"p\":{\"name\":null}}", "$.places.p.name")]
    [InlineData("\"places\":{\"p\":{\"name\":\"n\"}}", "\"places\":{\"p\":{}}", "$.places.p.name")]
    [InlineData("\"places\":{\"p\":{\"name\":\"n\"}}", "\"places\":[{\"key\":\"p\",\"value\":{}}]", "$.places[0].value.name")]
    [InlineData("\"groups\":{\"g\":[\"x\"]}", "\"groups\":{\"g\":[\"x\",null]}", "$.groups.g[1]")]
    [InlineData("\"Red\":\"r\"", "\"Green\":\"g\"", "$.colours.Green")]
    public async Task Path_through_a_dictionary(string before, string after, string path)
    {
        const string Good = """
            {"rights":[],"counts":{},"places":{"p":{"name":"n"}},"notes":{"n":null},"colours":{"Red":"r"},"groups":{"g":["x"]},"truths":{},"names":[],"numbers":[],"sorted":[],"fixed":[],"lines":[],"palette":["Red"]}
            """;
        Assert.Equal("r", (await new TypedShapesDesk(FakeGemini.Text(Good).Client()).TakeAsync("t")).Colours[Colour.Red]);
        string bad = Good.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Good, bad);

        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => new TypedShapesDesk(FakeGemini.Text(bad).Client()).TakeAsync("t"));

        Assert.Equal(path, exception.JsonPath);
    }

    private static async Task<string> Send(string model, string field)
    {
        FakeGemini gemini = FakeGemini.Text("null");
        await Assert.ThrowsAnyAsync<GeminiException>(() => new TypedShapesDesk(gemini.Client(options => options.Models["ITypedShapesDesk"] = model)).TakeAsync("t"));
        return JsonAssert.At(gemini.Body, "generationConfig", field);
    }
}
