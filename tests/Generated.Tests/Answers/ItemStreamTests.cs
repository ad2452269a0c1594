using Feeds;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Streams of items, as generated clients ask for and read them.</summary>
public sealed class ItemStreamTests
{
    [Fact]
    public async Task Objects_arrive_one_by_one()
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Stream("[{\"name\":\"Sh", "ips\",\"weight\":3},", "{\"name\":\"Clocks\",\"weight\":10}", "]"));
        PromptStream<Topic> stream = new FeedDesk(gemini.Client()).TopicsAsync("t");

        Assert.Equal([new Topic("Ships", 3), new Topic("Clocks", 10)], await ReadAsync(stream));
        Assert.Equal(15, (await stream.Completion).Usage.TotalTokenCount);
        JsonAssert.Equal(
            """
            {"responseMimeType":"application/json","responseJsonSchema":{"type":"array","items":{"type":"object","description":"What a document is about.","properties":{
             "name":{"type":"string","description":"at most 40 characters"},"weight":{"type":"integer","minimum":1,"maximum":10}},"required":["name","weight"],"additionalProperties":false}}}
            """,
            JsonAssert.At(gemini.Body, "generationConfig"));
    }

    [Fact]
    public async Task Annotations_are_checked_on_each_item()
    {
        IAsyncEnumerable<Topic> stream = new FeedDesk(FakeGemini.Raw(GeminiAnswer.Stream("[{\"name\":\"a\",\"weight\":1},{\"name\":\"b\",\"weight\":11}]")).Client()).EnumerateTopicsAsync("t");
        List<Topic> items = [];
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(async () =>
        {
            await foreach (Topic item in stream)
            {
                items.Add(item);
            }
        });

        Assert.Equal(new Topic("a", 1), Assert.Single(items));
        Assert.Equal("$[1].weight must be at most 10", Assert.Single(error.Violations).ToString());
    }

    [Fact]
    public async Task Null_is_an_item_only_where_the_contract_says_so()
    {
        string answer = GeminiAnswer.Stream("[null,", "null]");

        Assert.Equal([null, null], await ReadAsync(new FeedDesk(FakeGemini.Raw(answer).Client()).TopicsOrNullAsync("t")));
        Assert.Equal([null, null], await ReadAsync(new FeedDesk(FakeGemini.Raw(answer).Client()).YearsAsync("t")));
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => ReadAsync(new FeedDesk(FakeGemini.Raw(answer).Client()).TopicsAsync("t")));
        await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => ReadAsync(new FeedDesk(FakeGemini.Raw(answer).Client()).NumbersAsync("t")));
    }

    [Fact]
    public async Task Numbers_and_lists_are_items()
    {
        Assert.Equal([1, 20], await ReadAsync(new FeedDesk(FakeGemini.Raw(GeminiAnswer.Stream("[1", ",2", "0]")).Client()).NumbersAsync("t")));
        Assert.Equal(
            [[Mood.Good, Mood.Bad], []],
            await ReadAsync(new FeedDesk(FakeGemini.Raw(GeminiAnswer.Stream("```json\n[[\"Good\",\"B", "ad\"],[]]\n```")).Client()).MoodsAsync("t")));
    }

    [Fact]
    public async Task A_code_fence_around_a_typed_answer_is_passed_over()
    {
        Assert.Equal(
            new Desk.Subject("Ships"),
            await new Desk.ResultsDesk(FakeGemini.Text("Here it is:\n```json\n{\"name\":\"Ships\"}\n```").Client()).TypedAsync("t"));
    }

    private static async Task<List<T>> ReadAsync<T>(PromptStream<T> stream)
    {
        List<T> items = [];
        await foreach (T item in stream)
        {
            items.Add(item);
        }

        return items;
    }
}
