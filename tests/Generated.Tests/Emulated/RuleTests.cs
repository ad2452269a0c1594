using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Annotations: in the schema as far as the dialect goes, in words beyond, and checked on the answer.</summary>
public sealed class RuleTests : EmulatedTest
{
    private const string Good = """
        {"code":"AB-12","price":3.5,"share":0.5,"urgency":"High","size":4,"tone":"warm","author":"A","words":["w"],
         "opinions":[{"stars":1,"text":"abc"}],"places":{"here":{"stars":5,"text":"abcd"}},"best":null}
        """;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Emulated_answers_keep_the_rules_in_either_dialect(string model)
    {
        var desk = new TypedRulesDesk(Client("ITypedRulesDesk", model));

        Review review = await desk.ReviewAsync("Describe:\n" + Document);

        Assert.Matches("^[A-Z]{2}-[0-9]{2}$", review.Code);
        Assert.InRange(review.Opinions.Count, 0, 100);
    }

    [Fact]
    public async Task The_good_answer_is_good()
    {
        Review review = await Desk(Good).ReviewAsync("t");

        Assert.Equal(("AB-12", 3.5m, (byte)4), (review.Code, review.Price, review.Size));
        Assert.Null((await Desk(Good.Replace("\"tone\":\"warm\",", "", StringComparison.Ordinal).Replace(",\"best\":null", "", StringComparison.Ordinal)).ReviewAsync("t")).Tone);
    }

    [Theory]
    [InlineData("AB-12", "AB-123", "$.code must match [A-Z]{2}-[0-9]{2}", "AB-123")]
    [InlineData("AB-12", "xAB-12", "$.code must match [A-Z]{2}-[0-9]{2}", "xAB-12")]
    [InlineData("3.5", "0.5", "$.price must be more than 0.5", "0.5")]
    [InlineData("3.5", "100.1", "$.price must be at most 100", "100.1")]
    [InlineData("\"share\":0.5", "\"share\":1.5", "$.share must be at most 1", "1.5")]
    [InlineData("High", "Middle", "$.urgency must be one of Low, High", "Middle")]
    [InlineData(":4", ":3", "$.size must be one of 1, 2, 4", "3")]
    [InlineData("warm", "loud", "$.tone must be one of warm, cold", "loud")]
    [InlineData("\"A\"", "\" \"", "$.author must not be empty", " ")]
    [InlineData("[\"w\"]", "[]", "$.words must have at least 1 element", "0")]
    [InlineData("[\"w\"]", "[\"a\",\"b\",\"c\",\"d\"]", "$.words must have at most 3 elements", "4")]
    [InlineData("\"stars\":1", "\"stars\":0", "$.opinions[0].stars must be at least 1", "0")]
    [InlineData("\"abc\"", "\"ab\"", "$.opinions[0].text must have at least 3 characters", "ab")]
    [InlineData("\"stars\":5", "\"stars\":6", "$.places.here.stars must be at most 5", "6")]
    [InlineData("\"best\":null", "\"best\":{\"stars\":9,\"text\":\"abc\"}", "$.best.stars must be at most 5", "9")]
    public async Task Answer_that_breaks_a_rule(string before, string after, string violation, string value)
    {
        string answer = Good.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Good, answer);

        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).ReviewAsync("t"));

        PromptViolation found = Assert.Single(exception.Violations);
        Assert.Equal(violation, found.ToString());
        Assert.Equal(value, found.Value);
        Assert.Equal(found.Path, exception.JsonPath);
        Assert.Contains(violation, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_violations_are_listed_in_a_result()
    {
        string answer = Good.Replace("3.5", "0", StringComparison.Ordinal).Replace("\"abc\"", "\"" + new string('x', 201) + "\"", StringComparison.Ordinal);

        PromptResult<Review> result = await Desk(answer).ReviewResultAsync("t");

        Assert.Equal(PromptOutcome.Invalid, result.Outcome);
        Assert.Equal(["$.price", "$.opinions[0].text"], result.Violations.Select(violation => violation.Path));
        Assert.Equal(new string('x', 100) + "…", result.Violations[1].Value);
        Assert.Throws<GeminiInvalidAnswerException>(() => result.Value);
    }

    [Fact]
    public async Task Required_member_may_be_neither_missing_nor_null()
    {
        Assert.Contains("author", (await Invalid(Good.Replace("\"author\":\"A\",", "", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Equal("$.author", (await Invalid(Good.Replace("\"A\"", "null", StringComparison.Ordinal))).JsonPath);
    }

    [Fact]
    public async Task Elements_of_a_list_by_itself()
    {
        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => Desk("""[{"stars":1,"text":"abc"},{"stars":7,"text":"abc"}]""").OpinionsAsync("t"));

        Assert.Equal("$[1].stars", exception.JsonPath);
    }

    [Fact]
    public async Task JSON_schema_says_in_words_what_it_has_no_keyword_for()
    {
        string schema = await Send(GeminiModels.Gemini38Flash, "responseJsonSchema");

        Assert.Equal("\"A review.\"", JsonAssert.At(schema, "description"));
        JsonAssert.Equal("""{"type":"string","description":"The code, such as AB-12. (matching ^(?:[A-Z]{2}-[0-9]{2})$)"}""", Property(schema, "code"));
        JsonAssert.Equal("""{"type":"number","description":"The price in euros. (more than 0.5)","minimum":0.5,"maximum":100}""", Property(schema, "price"));
        JsonAssert.Equal("""{"type":["number","null"],"description":"The share.","minimum":0,"maximum":1}""", Property(schema, "share"));
        JsonAssert.Equal("""{"type":"string","description":"The urgency.\nLow: Low.\nHigh: High.","enum":["Low","High"]}""", Property(schema, "urgency"));
        JsonAssert.Equal("""{"type":"integer","description":"The size.","minimum":0,"maximum":255,"enum":[1,2,4]}""", Property(schema, "size"));
        JsonAssert.Equal("""{"anyOf":[{"type":"string","description":"The tone.","enum":["warm","cold"]},{"type":"null"}]}""", Property(schema, "tone"));
        JsonAssert.Equal("""{"type":"string","description":"Who wrote it. (not empty)"}""", Property(schema, "author"));
        JsonAssert.Equal("""{"type":"array","description":"Key words.","items":{"type":"string"},"minItems":1,"maxItems":3}""", Property(schema, "words"));
        JsonAssert.Equal(
            """{"type":"object","description":"One opinion, as <told> by Urgency.","properties":{"stars":{"type":"integer","description":"From one to five.","minimum":1,"maximum":5},"text":{"type":"string","description":"What was said. (at least 3 characters; at most 200 characters)"}},"required":["stars","text"],"additionalProperties":false}""",
            JsonAssert.At(schema, "properties", "opinions", "items"));
        Assert.Equal("\"By place. (at least 1 member)\"", JsonAssert.At(schema, "properties", "places", "description"));
    }

    [Fact]
    public async Task OpenAPI_has_keywords()
    {
        string schema = await Send("gemma-4-31b-it", "responseSchema");

        JsonAssert.Equal("""{"type":"STRING","description":"The code, such as AB-12.","pattern":"^(?:[A-Z]{2}-[0-9]{2})$"}""", Property(schema, "code"));
        JsonAssert.Equal("""{"type":"INTEGER","description":"The size. (one of 1, 2, 4)","minimum":0,"maximum":255}""", Property(schema, "size"));
        JsonAssert.Equal("""{"type":"STRING","description":"The tone.","enum":["warm","cold"],"nullable":true}""", Property(schema, "tone"));
        JsonAssert.Equal("""{"type":"STRING","description":"Who wrote it.","minLength":1}""", Property(schema, "author"));
        JsonAssert.Equal("""{"type":"STRING","description":"What was said.","minLength":3,"maxLength":200}""", JsonAssert.At(schema, "properties", "opinions", "items", "properties", "text"));
        Assert.Equal("1", JsonAssert.At(schema, "properties", "places", "minItems"));
    }

    private static TypedRulesDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());

    private static Task<GeminiInvalidAnswerException> Invalid(string answer)
        => Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).ReviewAsync("t"));

    private static string Property(string schema, string name) => JsonAssert.At(schema, "properties", name);

    private static async Task<string> Send(string model, string field)
    {
        FakeGemini gemini = FakeGemini.Text("null");
        await Assert.ThrowsAnyAsync<GeminiException>(() => new TypedRulesDesk(gemini.Client(options => options.Models["ITypedRulesDesk"] = model)).ReviewAsync("t"));
        return JsonAssert.At(gemini.Body, "generationConfig", field);
    }
}
