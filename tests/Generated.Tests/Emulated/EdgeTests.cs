using System.Collections.Immutable;
using System.Text.Json;
using Edges;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Exact numbers, lists that are none, and collections that are filled at once.</summary>
public sealed class EdgeTests : EmulatedTest
{
    [Theory]
    [MemberData(nameof(Models))]
    public async Task Every_collection_in_either_dialect(string model)
    {
        Shelves shelves = await new TypedEdgesDesk(Client("ITypedEdgesDesk", model)).FillAsync("Describe:\n" + Document);

        Assert.NotEmpty(shelves.Sorted);
        Assert.NotEmpty(shelves.Live);
        Assert.NotEmpty(shelves.Table);
    }

    [Fact]
    public async Task Collections_hold_what_was_answered()
    {
        Shelves shelves = await Desk(
            """{"sorted":["b","B","a"],"read":[2,1],"seen":[1],"frozen":["x","x"],"list":[3],"set":[4,4],"byName":{"b":2,"a":1},"table":{"a":1},"rows":{"Second":2},"live":{"a":1}}""").FillAsync("t");

        Assert.Equal(["B", "a", "b"], shelves.Sorted);
        Assert.Equal([2, 1], shelves.Read);
        Assert.Equal([1], shelves.Seen);
        Assert.Equal(["x"], shelves.Frozen);
        Assert.Equal([3], shelves.List);
        Assert.Equal([4], shelves.Set);
        Assert.Equal(["a", "b"], shelves.ByName.Keys);
        Assert.Equal(1, shelves.Table["a"]);
        Assert.Equal(2, shelves.Rows[Row.Second]);
        Assert.Equal(1, shelves.Live["a"]);
    }

    [Fact]
    public async Task A_float_is_held_against_the_float_that_its_bound_becomes()
    {
        Measure measure = await Desk("""{"share":0.1,"step":0.1,"code":"a"}""").MeasureAsync(0.1f);

        Assert.Equal((0.1f, 0.1f), (measure.Share, measure.Step));
        Assert.Equal("$.share must be at most 0.1", (await Violation("""{"share":0.10001,"step":0.5,"code":"a"}""")).ToString());
        Assert.Equal("$.step must be one of 0.1, 0.5", (await Violation("""{"share":0,"step":0.2,"code":"a"}""")).ToString());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("share", () => Desk("{}").MeasureAsync(0.10001f));
    }

    [Fact]
    public async Task Schema_says_numbers_and_documentation_as_they_are_written()
    {
        FakeGemini gemini = FakeGemini.Text("""{"share":0,"step":0.5,"code":"a"}""");
        await new TypedEdgesDesk(gemini.Client()).MeasureAsync(0);
        string schema = JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema", "properties");

        JsonAssert.Equal("""{"type":"number","description":"The share.","minimum":0,"maximum":0.1}""", JsonAssert.At(schema, "share"));
        JsonAssert.Equal("""{"type":"number","description":"The step.","enum":[0.1,0.5]}""", JsonAssert.At(schema, "step"));
        Assert.Equal("The tags: <a> & b – €.", JsonSerializer.Deserialize<string>(JsonAssert.At(schema, "tags", "description")));
    }

    [Fact]
    public async Task An_array_that_nobody_gave_breaks_no_rule()
    {
        Measure measure = await Desk("""{"share":0,"step":0.5,"code":"a"}""").MeasureAsync(0);

        Assert.True(measure.Tags.IsDefault);
        Assert.True(measure.Parts.IsDefault);
        Assert.Equal("$.tags must have at most 2 elements", (await Violation("""{"share":0,"step":0.5,"code":"a","tags":["a","b","c"]}""")).ToString());
        Assert.Equal("$.parts[0].name must have at most 3 characters", (await Violation("""{"share":0,"step":0.5,"code":"a","parts":[{"name":"long"}]}""")).ToString());
    }

    [Fact]
    public async Task An_argument_that_is_no_array_is_written_as_an_empty_one()
    {
        FakeGemini gemini = FakeGemini.Text("""{"share":0,"step":0.5,"code":"a"}""");
        var desk = new TypedEdgesDesk(gemini.Client());

        await desk.MeasureAsync(0.1f);
        Assert.Equal("0.1 none", JsonAssert.UserText(gemini.Body));
        await desk.MeasureAsync(0.1f, ImmutableArray<string>.Empty);
        Assert.Equal("0.1 none", JsonAssert.UserText(gemini.Body));
        await desk.MeasureAsync(0.1f, ["a", "b"]);
        Assert.Equal("0.1,a,b!", JsonAssert.UserText(gemini.Body));
        await Assert.ThrowsAsync<ArgumentException>("tags", () => desk.MeasureAsync(0.1f, ["a", "b", "c"]));
    }

    [Fact]
    public async Task A_pattern_asks_nothing_of_an_empty_text()
    {
        Measure measure = await Desk("""{"share":0,"step":0.5,"code":""}""").MeasureAsync(0, code: "");

        Assert.Equal("", measure.Code);
        Assert.Equal("$.code must match [a-z]+", (await Violation("""{"share":0,"step":0.5,"code":"A"}""")).ToString());
        await Assert.ThrowsAsync<ArgumentException>("code", () => Desk("{}").MeasureAsync(0, code: "A"));
    }

    [Fact]
    public async Task Examples_name_their_type_as_the_schema_asks()
    {
        FakeGemini gemini = FakeGemini.Text("""{"$type":1,"radius":2}""");

        Figure figure = await new TypedEdgesDesk(gemini.Client()).DrawAsync("Draw", [new FigureShot("a", new Disc(1)), new FigureShot("b", new Bar(2))]);

        Assert.Equal(new Disc(2), figure);
        Assert.Equal(["a", """{"$type":1,"radius":1}""", "b", """{"$type":"bar","length":2}""", "Draw 5000000000/18446744073709551615/12345678901234567.0001/0.1/-5"], ReadTexts(gemini.Body));
    }

    private static IEnumerable<string?> ReadTexts(string body)
        => JsonDocument.Parse(body).RootElement.GetProperty("contents").EnumerateArray()
            .Select(static turn => turn.GetProperty("parts")[0].GetProperty("text").GetString());

    private static async Task<PromptViolation> Violation(string answer)
        => Assert.Single((await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).MeasureAsync(0))).Violations);

    private static TypedEdgesDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());
}
