using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

/// <summary>A caller who cancels wants no more, not even what has arrived already.</summary>
public sealed class StreamCancellationTests
{
    private const string Card = "{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStreamOfTextStops(bool byMethod)
        => await AssertStopsAsync(token => Desk(Replies.Answer("a"), Replies.Answer("b"), Replies.Answer("c")).Stream("?", token), byMethod);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStreamOfItemsStopsWithinAPiece(bool byMethod)
        => await AssertStopsAsync(token => Desk(Replies.Answer("[" + Card + "," + Card + "]")).Cards("d", token), byMethod);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStreamOfSnapshotsStops(bool byMethod)
        => await AssertStopsAsync(token => Desk(Replies.Chunk(Card[..14]), Replies.Answer(Card[14..])).Snapshots("d", token), byMethod);

    [Fact]
    public async Task AStreamOfGivenItemsStops()
        => await AssertStopsAsync(_ => new PromptStream<int>(Enumerable.Range(1, 2).ToAsyncEnumerable(), new PromptCompletion { FinishReason = FinishReason.Stop }), byMethod: false);

    [Fact]
    public async Task BothTokensAreHeeded()
    {
        using CancellationTokenSource method = new(), enumeration = new();
        PromptStream<string> stream = Desk(Replies.Answer("a"), Replies.Answer("b")).Stream("?", method.Token);
        await using IAsyncEnumerator<string> items = stream.GetAsyncEnumerator(enumeration.Token);
        await items.MoveNextAsync();
        await enumeration.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());

        Assert.Equal(enumeration.Token, error.CancellationToken);
    }

    private static async Task AssertStopsAsync<T>(Func<CancellationToken, PromptStream<T>> open, bool byMethod)
    {
        using CancellationTokenSource source = new();
        PromptStream<T> stream = open(byMethod ? source.Token : default);
        await using IAsyncEnumerator<T> items = stream.GetAsyncEnumerator(byMethod ? default : source.Token);
        Assert.True(await items.MoveNextAsync());
        await source.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(stream.Completion.IsCanceled);
    }

    private static Desk Desk(params string[] events) => new(TestClient.Create(new FakeHandler(() => FakeHandler.Events(events))));
}
