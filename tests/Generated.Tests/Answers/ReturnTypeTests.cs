using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Every return type, read back.</summary>
public sealed class ReturnTypeTests
{
    [Fact]
    public async Task Text_in_every_wrapping()
    {
        var desk = new ResultsDesk(FakeGemini.Text("Fine.").Client());

        Assert.Equal("Fine.", await desk.TextAsync("t"));
        Assert.Equal("Fine.", await desk.ValueTaskAsync("t"));
        PromptResult<string> result = await desk.ResultAsync("t");
        Assert.Equal("Fine.", result.Value);
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Equal("gemini-3.8-flash", result.Model);
        Assert.Equal("gemini-test", result.ModelVersion);
    }

    [Fact]
    public async Task Typed_in_every_wrapping()
    {
        var desk = new ResultsDesk(FakeGemini.Text("""{"name":"Ships"}""").Client());

        Assert.Equal(new Subject("Ships"), await desk.TypedAsync("t"));
        PromptResult<Subject> result = await desk.TypedResultAsync("t");
        Assert.Equal(new Subject("Ships"), result.Value);
        Assert.Equal("""{"name":"Ships"}""", result.Text);
    }

    [Fact]
    public async Task Null_where_the_contract_allows_it()
    {
        Assert.Null(await new ResultsDesk(FakeGemini.Text("null").Client()).TypedOrNullAsync("t"));
        Assert.Equal(new Subject("Ships"), await new ResultsDesk(FakeGemini.Text("""{"name":"Ships"}""").Client()).TypedOrNullAsync("t"));
        PromptResult<int?> result = await new ResultsDesk(FakeGemini.Text("null").Client()).NumberOrNullAsync("t");
        Assert.Equal(PromptOutcome.Complete, result.Outcome);
        Assert.Null(result.Value);
    }

    [Fact]
    public async Task Streams_of_text()
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Stream("One, ", "two, ", "three."));
        var desk = new ResultsDesk(gemini.Client());
        List<string> items = [];
        PromptStream<string> stream = desk.StreamAsync("t");
        Assert.Empty(gemini.Bodies);

        await foreach (string item in stream)
        {
            items.Add(item);
        }

        Assert.Equal(["One, ", "two, ", "three."], items);
        Assert.Equal("/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse", gemini.Addresses[0].PathAndQuery);
        JsonAssert.Equal("""{"contents":[{"role":"user","parts":[{"text":"t"}]}]}""", gemini.Body);
        Assert.Equal(FinishReason.Stop, (await stream.Completion).FinishReason);
    }

    [Fact]
    public async Task Plain_enumerable_of_text()
    {
        var desk = new ResultsDesk(FakeGemini.Raw(GeminiAnswer.Stream("One, ", "two.")).Client());
        List<string> items = [];

        await foreach (string item in desk.EnumerateAsync("t"))
        {
            items.Add(item);
        }

        Assert.Equal(["One, ", "two."], items);
    }

    [Fact]
    public async Task Answers_that_are_no_object()
    {
        Assert.Equal(Mood.Bad, await Desk("\"Bad\"").EnumAsync("t"));
        Assert.Equal(-7, await Desk("-7").IntAsync("t"));
        Assert.Equal(9_000_000_000, await Desk("9000000000").LongAsync("t"));
        Assert.Equal(0.25, await Desk("0.25").DoubleAsync("t"));
        Assert.Equal(19.99m, await Desk("19.99").DecimalAsync("t"));
        Assert.True(await Desk("true").BoolAsync("t"));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 17, 5, 0, TimeSpan.Zero), await Desk("\"2026-03-09T17:05:00Z\"").MomentAsync("t"));
        Assert.Equal(["a", "b"], await Desk("""["a","b"]""").ListAsync("t"));
        Assert.Equal("1,2", string.Join(',', await Desk("[1,2]").ArrayAsync("t")));
        Assert.Equal([new Topic("a", Mood.Good), new Topic("b", null)], await Desk("""[{"name":"a","mood":"Good"},{"name":"b","mood":null}]""").TopicsAsync("t"));
        Assert.Equal((Mood[])[Mood.Bad, Mood.Good], await Desk("""["Bad","Good"]""").MoodsAsync("t"));
        Assert.Empty(await Desk("[]").ListAsync("t"));
    }

    [Theory]
    [InlineData("2026-03-09T17:05:00")]
    [InlineData("2026-03-09T17:05")]
    [InlineData("2026-03-09")]
    public async Task Moment_without_an_offset_is_no_moment(string answer)
    {
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Desk("\"" + answer + "\"").MomentAsync("t"));
        Assert.Equal("$ must end with Z or an offset, as 2026-11-30T09:30:00Z does", Assert.Single(error.Violations).ToString());
    }

    [Fact]
    public async Task Record_with_everything_in_it()
    {
        const string Json = """
            {"title":"T \"quoted\" 😀","kind":"Report","page_count":3,"score":0.5,"draft":true,"author":null,
             "editor":{"name":"E","age":41},"reviewer":null,"topics":["a","b"],"readers":[{"name":"R","age":null}]}
            """;

        DocumentCard card = await new TypedRecordDesk(FakeGemini.Text(Json).Client()).DescribeAsync("d");

        Assert.Equal("T \"quoted\" 😀", card.Title);
        Assert.Equal(DocumentKind.Report, card.Kind);
        Assert.Equal(3, card.Pages);
        Assert.Equal(0.5, card.Score);
        Assert.True(card.Draft);
        Assert.Null(card.Author);
        Assert.Equal(new Person("E", 41), card.Editor);
        Assert.Null(card.Reviewer);
        Assert.Equal(["a", "b"], card.Topics);
        Assert.Equal([new Person("R", null)], card.Readers);
    }

    [Fact]
    public async Task Optional_members_may_be_missing()
    {
        const string Json = """
            {"title":"T","kind":"Letter","page_count":3,"score":1,"draft":false,"editor":{"name":"E"},"topics":[],"readers":[]}
            """;

        DocumentCard card = await new TypedRecordDesk(FakeGemini.Text(Json).Client()).DescribeAsync("d");

        Assert.Null(card.Author);
        Assert.Null(card.Editor.Age);
        Assert.Null(card.Reviewer);
    }

    [Fact]
    public async Task Class_struct_and_base_members()
    {
        const string Json = """
            {"id":"i","number":"n","total":12.5,"due":"2026-03-09T00:00:00+01:00","lines":[{"text":"a","amount":1.5},{"text":"b","amount":11}]}
            """;

        Invoice invoice = await new TypedClassDesk(FakeGemini.Text(Json).Client()).ReadAsync("d");

        Assert.Equal(("i", "n", 12.5m), (invoice.Id, invoice.Number, invoice.Total));
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.FromHours(1)), invoice.Due);
        Assert.Equal([("a", 1.5m), ("b", 11m)], invoice.Lines.Select(line => (line.Text, line.Amount)));
        Assert.Equal("", invoice.Ignored);
    }

    [Fact]
    public async Task Required_init_members_and_a_record_struct()
    {
        Ticket ticket = await new TypedRequiredDesk(
            FakeGemini.Text("""{"subject":"s","priority":2,"owner":"o","position":{"x":1,"y":-1}}""").Client()).ReadAsync("m");

        Assert.Equal(("s", 2, "o", new Point(1, -1)), (ticket.Subject, ticket.Priority, ticket.Owner, ticket.Position));
    }

    [Fact]
    public async Task Global_namespace()
    {
        Assert.Equal(new Reply("r"), await new SupportPrompts(FakeGemini.Text("""{"text":"r"}""").Client()).AnswerAsync("q"));
    }

    private static TypedSimpleDesk Desk(string answer) => new(FakeGemini.Text(answer).Client());
}
