using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Answers that do not fit the type: their own exceptions, with the raw text and the place.</summary>
public sealed class BadAnswerTests
{
    private const string Good = """
        {"title":"T","kind":"Letter","page_count":3,"score":1,"draft":false,"author":"A","editor":{"name":"E","age":4},"reviewer":null,"topics":["a"],"readers":[{"name":"R","age":1}]}
        """;

    [Fact]
    public async Task The_good_answer_is_good()
    {
        Assert.Equal("T", (await Desk(Good).DescribeAsync("d")).Title);
    }

    [Theory]
    [InlineData("\"title\":\"T\",", "", "title")]
    [InlineData("\"kind\":\"Letter\",", "", "kind")]
    [InlineData("\"page_count\":3,", "", "page_count")]
    [InlineData("\"draft\":false,", "", "draft")]
    [InlineData("\"topics\":[\"a\"],", "", "topics")]
    [InlineData("\"name\":\"E\",", "", "name")]
    public async Task Missing_required_member(string before, string after, string member)
    {
        GeminiInvalidAnswerException exception = await Invalid(Good.Replace(before, after, StringComparison.Ordinal));

        Assert.StartsWith("$", exception.JsonPath, StringComparison.Ordinal);
        Assert.EndsWith("." + member, exception.JsonPath, StringComparison.Ordinal);
        Assert.Contains(exception.JsonPath + " is missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Letter\"", "\"Novel\"", "$.kind")]
    [InlineData("\"Letter\"", "1", "$.kind")]
    [InlineData("\"Letter\"", "\"Letter, Report\"", "$.kind")]
    [InlineData("\"Letter\"", "null", "$.kind")]
    [InlineData("\"T\"", "null", "$.title")]
    [InlineData("\"T\"", "5", "$.title")]
    [InlineData(":3,", ":\"3\",", "$.page_count")]
    [InlineData(":3,", ":3.5,", "$.page_count")]
    [InlineData(":3,", ":null,", "$.page_count")]
    [InlineData("[\"a\"]", "null", "$.topics")]
    [InlineData("[\"a\"]", "[null]", "$.topics[0]")]
    [InlineData("[\"a\"]", "[\"a\",null,\"b\"]", "$.topics[1]")]
    [InlineData("[{\"name\":\"R\",\"age\":1}]", "[null]", "$.readers[0]")]
    [InlineData("\"Letter\"", "\"letter\"", "$.kind")]
    [InlineData("[\"a\"]", "{}", "$.topics")]
    [InlineData("{\"name\":\"E\",\"age\":4}", "null", "$.editor")]
    [InlineData("\"name\":\"E\"", "\"name\":null", "$.editor.name")]
    [InlineData("\"name\":\"R\"", "\"name\":null", "$.readers[0].name")]
    public async Task Wrong_value_names_its_path(string before, string after, string path)
    {
        string answer = Good.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Good, answer);

        GeminiInvalidAnswerException exception = await Invalid(answer);

        Assert.Equal(path, exception.JsonPath);
        Assert.Equal(answer, exception.RawText);
    }

    [Theory]
    [InlineData("{\"title\":")]
    [InlineData("not json")]
    [InlineData("{\"title\":\"T\"},")]
    public async Task Text_that_is_no_JSON(string answer)
    {
        GeminiMalformedAnswerException exception = await Assert.ThrowsAsync<GeminiMalformedAnswerException>(() => Desk(answer).DescribeAsync("d"));

        Assert.Equal(answer, exception.RawText);
    }

    [Fact]
    public async Task Null_where_an_object_is_due()
    {
        Assert.Equal("$", (await Invalid("null")).JsonPath);
    }

    [Fact]
    public async Task Wrong_enum_by_itself()
    {
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => new TypedSimpleDesk(FakeGemini.Text("\"Medium\"").Client()).EnumAsync("t"));
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => new TypedSimpleDesk(FakeGemini.Text("0").Client()).EnumAsync("t"));
    }

    [Fact]
    public async Task Null_element_of_a_list_by_itself()
    {
        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(
            () => new TypedSimpleDesk(FakeGemini.Text("[null]").Client()).ListAsync("t"));

        Assert.Equal("$[0]", exception.JsonPath);
    }

    [Fact]
    public async Task Missing_required_keyword_member()
    {
        var desk = new TypedRequiredDesk(FakeGemini.Text("""{"subject":"s","position":{"x":1,"y":2}}""").Client());

        GeminiInvalidAnswerException exception = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => desk.ReadAsync("m"));

        Assert.Contains("priority", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_keeps_the_error_instead_of_throwing()
    {
        PromptResult<Subject> result = await new ResultsDesk(FakeGemini.Text("{}").Client()).TypedResultAsync("t");

        Assert.Equal(PromptOutcome.Invalid, result.Outcome);
        Assert.Equal("{}", result.Text);
        Assert.IsType<GeminiInvalidAnswerException>(result.Error);
        Assert.Throws<GeminiInvalidAnswerException>(() => result.Value);
    }

    [Fact]
    public async Task Cut_answer_is_never_a_value()
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Candidate(Good, "MAX_TOKENS"));

        await Assert.ThrowsAsync<GeminiTruncatedException>(() => new TypedRecordDesk(gemini.Client()).DescribeAsync("d"));
        Assert.Equal(PromptOutcome.Truncated, (await new ResultsDesk(gemini.Client()).TypedResultAsync("t")).Outcome);
    }

    private static TypedRecordDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());

    private static async Task<GeminiInvalidAnswerException> Invalid(string answer) =>
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk(answer).DescribeAsync("d"));
}
