using GeminiGen.Generated.Tests.Http;
using Growing;

namespace GeminiGen.Generated.Tests.Answers;

/// <summary>Snapshots of one answer, as generated clients read them.</summary>
public sealed class SnapshotTests
{
    private const string Whole =
        "{\"title\":\"The Clock\",\"pages\":12,\"feeling\":\"Good\",\"published\":null,\"author\":{\"name\":\"Ada\",\"born\":1815},\"editor\":{\"name\":\"Mo\",\"born\":null}," +
        "\"topics\":[\"ships\",\"time\"],\"chapters\":[{\"heading\":\"One\",\"authors\":[{\"name\":\"Ada\",\"born\":1815}]},{\"heading\":\"Two\",\"authors\":[]}]," +
        "\"years\":[1999,2001],\"words\":{\"clock\":3},\"home\":\"https://example.com/\",\"complete\":true}";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Each_member_grows_until_the_answer_is_whole(int size)
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Stream([.. Whole.Chunk(size).Select(piece => new string(piece))]));
        List<BookSnapshot> snapshots = [];
        PromptStream<BookSnapshot> stream = new BookDesk(gemini.Client()).DescribeAsync("t");
        await foreach (BookSnapshot snapshot in stream)
        {
            snapshots.Add(snapshot);
        }

        Assert.All(snapshots, snapshot => Assert.StartsWith(snapshot.Title ?? "", "The Clock", StringComparison.Ordinal));
        Assert.All(snapshots[..^1], snapshot => Assert.Null(snapshot.CompleteAnswer));
        Assert.All(snapshots, snapshot => Assert.True(snapshot.Pages is null or 12 && snapshot.Feeling is null or Feeling.Good && snapshot.Complete is null or true));
        BookSnapshot last = snapshots[^1];
        Assert.Equal(("Ada", (int?)1815, "Mo"), (last.Author!.Name, last.Author.Born, last.Editor!.Name));
        Assert.Equal(["ships", "time"], last.Topics!);
        Assert.Equal(["One", "Two"], last.Chapters!.Select(chapter => chapter.Heading));
        Assert.Equal("Ada", last.Chapters![0].Authors![0].Name);
        Assert.Equal([1999, 2001], last.Years!);
        Assert.Equal(3, last.Words!["clock"]);
        Assert.Equal("The Clock", last.CompleteAnswer!.Title);
        Assert.Equal("Two", last.CompleteAnswer.Chapters[1].Heading);
        Assert.Equal(FinishReason.Stop, (await stream.Completion).FinishReason);
        if (size == 1)
        {
            Assert.Contains(snapshots, snapshot => snapshot.Title == "The Cl" && snapshot.Author is null);
            Assert.Contains(snapshots, snapshot => snapshot.Author is { Name: "Ad", Born: null });
            Assert.Contains(snapshots, snapshot => snapshot.Topics is ["ships", "ti"]);
            Assert.Contains(snapshots, snapshot => snapshot.Chapters is [_, { Heading: "T" }]);
        }
    }

    [Fact]
    public async Task Annotations_are_checked_on_the_whole()
    {
        string answer = Whole.Replace("\"pages\":12", "\"pages\":0", StringComparison.Ordinal);
        List<BookSnapshot> snapshots = [];
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(async () =>
        {
            await foreach (BookSnapshot snapshot in new BookDesk(FakeGemini.Raw(GeminiAnswer.Stream(answer)).Client()).EnumerateAsync("t"))
            {
                snapshots.Add(snapshot);
            }
        });

        Assert.Equal("$.pages must be at least 1", Assert.Single(error.Violations).ToString());
        Assert.Null(Assert.Single(snapshots).CompleteAnswer);
    }

    [Fact]
    public async Task The_model_is_asked_for_the_answer_itself()
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Stream(Whole));
        await foreach (BookSnapshot snapshot in new BookDesk(gemini.Client()).DescribeAsync("t"))
        {
            Assert.NotNull(snapshot.Title);
        }

        Assert.Contains("\"required\":[\"title\",\"pages\"", JsonAssert.At(gemini.Body, "generationConfig", "responseJsonSchema"), StringComparison.Ordinal);
        Assert.Equal("/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse", gemini.Addresses[0].PathAndQuery);
    }
}
