using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

/// <summary>Streams of snapshots of one answer.</summary>
public sealed class SnapshotStreamTests
{
    [Fact]
    public async Task EachPieceThatShowsSomethingIsASnapshotAndTheLastOneIsWhole()
    {
        (List<CardSnapshot> snapshots, Exception? error, PromptStream<CardSnapshot> stream) = await RunAsync(
            "{\"ti", "tle\":\"A", " b\",\"ki", "nd\":\"Inv", "oice\",\"topics\":[\"x", "\"", ",\"y\"]", "}");

        Assert.Null(error);
        Assert.Equal(["", "A", "A b", "A b", "A b", "A b"], snapshots.Select(snapshot => snapshot.Title ?? ""));
        Assert.Equal([null, null, null, Kind.Invoice, Kind.Invoice, Kind.Invoice], snapshots.Select(snapshot => snapshot.Kind));
        Assert.Equal(["", "", "", "x", "x,y", "x,y"], snapshots.Select(snapshot => string.Join(",", snapshot.Topics ?? [])));
        Assert.All(snapshots[..^1], snapshot => Assert.Null(snapshot.Complete));
        Assert.Equal(("A b", Kind.Invoice), (snapshots[^1].Complete!.Title, snapshots[^1].Complete!.Kind));
        Assert.Equal(41, (await stream.Completion).Usage.TotalTokenCount);
    }

    [Fact]
    public async Task AFenceIsPassedOver()
    {
        (List<CardSnapshot> snapshots, Exception? error, _) = await RunAsync("Here:\n```json\n{\"title\":\"t\",", "\"kind\":\"Letter\",\"topics\":[]}\n``", "`");
        Assert.Null(error);
        Assert.Equal("t", snapshots[0].Title);
        Assert.NotNull(snapshots[^1].Complete);
    }

    [Fact]
    public async Task OneWholePieceIsOneSnapshotMore()
    {
        (List<CardSnapshot> snapshots, Exception? error, _) = await RunAsync("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}");
        Assert.Null(error);
        Assert.Equal(2, snapshots.Count);
        Assert.NotNull(snapshots[1].Complete);
    }

    /// <summary>The pieces, the exception, how many snapshots come before it.</summary>
    public static TheoryData<string[], Type, int> Faults => new()
    {
        { ["{\"title\":\"t\",", "\"kind\":\"Letter\"}"], typeof(GeminiInvalidAnswerException), 2 },
        { ["{\"title\":\"t\",", "\"pages\":\"many\",", "\"topics\":[]}"], typeof(GeminiInvalidAnswerException), 1 },
        { ["{\"title\":\"t\",", "oops"], typeof(GeminiMalformedAnswerException), 1 },
        { ["{\"title\":\"t", "\""], typeof(GeminiMalformedAnswerException), 1 },
        { ["no json"], typeof(GeminiMalformedAnswerException), 0 },
        { ["[{\"title\":\"t\"}]"], typeof(GeminiInvalidAnswerException), 0 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AnAnswerThatDoesNotFitThrowsAtTheEnd(string[] pieces, Type exception, int shown)
    {
        (List<CardSnapshot> snapshots, Exception? error, PromptStream<CardSnapshot> stream) = await RunAsync(pieces);
        Assert.IsType(exception, error);
        Assert.Equal(shown, snapshots.Count);
        Assert.All(snapshots, snapshot => Assert.Null(snapshot.Complete));
        GeminiAnswerException answer = (GeminiAnswerException)error!;
        Assert.Equal((string.Concat(pieces), 41), (answer.Text, answer.Usage.TotalTokenCount));
        Assert.Same(error, stream.Completion.Exception!.InnerException);
    }

    [Theory]
    [InlineData("MAX_TOKENS", typeof(GeminiTruncatedException))]
    [InlineData("SAFETY", typeof(GeminiBlockedException))]
    public async Task AnUnfinishedAnswerIsNeverComplete(string finish, Type exception)
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}"), Replies.Answer("", finish)));
        (List<CardSnapshot> snapshots, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Snapshots());
        Assert.IsType(exception, error);
        Assert.Null(Assert.Single(snapshots).Complete);
        Assert.Equal("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}", ((GeminiAnswerException)error!).Text);
    }

    [Fact]
    public async Task AnInterruptedAnswerIsNeverComplete()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}")));
        (List<CardSnapshot> snapshots, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Snapshots());
        Assert.IsType<GeminiStreamInterruptedException>(error);
        Assert.Null(Assert.Single(snapshots).Complete);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhoHasTheWholeAnswerHasKeptItsTurn(bool reads)
    {
        ChatDesk desk = new(
            TestClient.Create(new FakeHandler(() => FakeHandler.Events(Replies.Chunk("{\"title\":\"t\","), Replies.Answer("\"kind\":\"Letter\",\"topics\":[]}")))),
            Desk.Method(schema: new PromptSchema("{\"type\":\"object\"}"u8, "{\"type\":\"OBJECT\"}"u8)));
        Conversation conversation = new();
        PromptStream<CardSnapshot> stream = desk.Snapshots(conversation, "?");

        // The natural loop of somebody who waits for the whole, and of somebody who has seen enough.
        await foreach (CardSnapshot snapshot in stream)
        {
            if (snapshot.Complete is not null || !reads)
            {
                break;
            }
        }

        Assert.Equal(reads ? 2 : 0, conversation.Turns.Count);
        if (reads)
        {
            Assert.Equal(41, (await stream.Completion).Usage.TotalTokenCount);
        }
        else
        {
            Assert.True(stream.Completion.IsCanceled);
        }
    }

    [Fact]
    public async Task NothingFollowsTheWholeAnswer()
    {
        await using IAsyncEnumerator<CardSnapshot> snapshots = new Desk(
            TestClient.Create(new FakeHandler(() => FakeHandler.Events(Replies.Answer("{\"title\":\"t\",\"kind\":\"Letter\",\"topics\":[]}"))))).Snapshots().GetAsyncEnumerator();

        Assert.True(await snapshots.MoveNextAsync());
        Assert.Null(snapshots.Current.Complete);
        Assert.True(await snapshots.MoveNextAsync());
        Assert.NotNull(snapshots.Current.Complete);
        Assert.False(await snapshots.MoveNextAsync());
        Assert.False(await snapshots.MoveNextAsync());
    }

    private static async Task<(List<CardSnapshot> Snapshots, Exception? Error, PromptStream<CardSnapshot> Stream)> RunAsync(params string[] pieces)
    {
        string[] events = [.. pieces.Select((piece, index) => index == pieces.Length - 1 ? Replies.Answer(piece) : Replies.Chunk(piece))];
        PromptStream<CardSnapshot> stream = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(events)))).Snapshots();
        (List<CardSnapshot> snapshots, Exception? error) = await Collect.AllAsync(stream);
        return (snapshots, error, stream);
    }
}
