using System.Net;
using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

public sealed class StreamTests
{
    private static readonly string Usage = "{\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":4,\"totalTokenCount\":13}}";
    private static readonly string Last =
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\",\"thoughtSignature\":\"s\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":5,\"totalTokenCount\":12},\"modelVersion\":\"v\",\"responseId\":\"r\"}";

    public static TheoryData<int, string> Chunkings
    {
        get
        {
            TheoryData<int, string> data = [];
            foreach (string newline in (string[])["\r\n", "\n"])
            {
                foreach (int size in (int[])[1, 2, 3, 5, 7, 64, 100_000])
                {
                    data.Add(size, newline);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Chunkings))]
    public async Task TextArrivesWholeHoweverItIsCut(int size, string newline)
    {
        string body = "data: " + Replies.Chunk("Ünï ") + newline + newline +
            ": comment" + newline + newline +
            "data:" + Usage + newline + newline +
            "data: " + Replies.Chunk("") + newline + newline +
            "data: " + Replies.Chunk("😀 {[漢]}").Replace("{\"candidates\"", "{" + newline + "data: \"candidates\"", StringComparison.Ordinal) + newline + newline +
            "data: " + Last + newline + newline;
        PromptStream<string> stream = Stream(new FakeHandler(() => Pieces(body, size)));
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Null(error);
        Assert.Equal(["Ünï ", "😀 {[漢]}"], items);

        PromptCompletion completion = await stream.Completion;
        Assert.Equal(new UsageMetadata { PromptTokenCount = 7, CandidatesTokenCount = 5, TotalTokenCount = 12 }, completion.Usage);
        Assert.Equal((FinishReason.Stop, "gemini-3.8-flash", "v", "r", 1), (completion.FinishReason, completion.Model, completion.ModelVersion, completion.ResponseId, completion.Attempts));
        Assert.NotNull(completion.Cost);
    }

    [Fact]
    public async Task TheRequestAsksForEventsAndGoesOutAtTheFirstMove()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Answer("x")));
        PromptStream<string> stream = Stream(handler);
        Assert.Empty(handler.Requests);
        IAsyncEnumerator<string> enumerator = stream.GetAsyncEnumerator();
        Assert.Empty(handler.Requests);
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Equal("http://gemini.test/v1beta/models/gemini-3.8-flash:streamGenerateContent?alt=sse", Assert.Single(handler.Requests).Message.RequestUri!.AbsoluteUri);
        await enumerator.DisposeAsync();
    }

    [Fact]
    public async Task AStreamIsEnumeratedOnce()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Answer("x")));
        PromptStream<string> stream = Stream(handler);
        await Collect.AllAsync(stream);
        Assert.Throws<InvalidOperationException>(() => stream.GetAsyncEnumerator());
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AStreamLeftEarlyClosesItsConnectionAtOnce(bool isCancelled)
    {
        TaskCompletionSource closed = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            await exchange.WaitForCloseAsync();
            closed.TrySetResult();
        });

        // It waits for the rest of a response as long as it takes, where others wait for two seconds.
        using SocketsHttpHandler handler = new() { ResponseDrainTimeout = Timeout.InfiniteTimeSpan };
        using GeminiClient client = TestClient.Create(handler, options => options.BaseAddress = server.Address);
        using CancellationTokenSource source = new();
        await using (IAsyncEnumerator<string> pieces = new Desk(client).Stream("hi", source.Token).GetAsyncEnumerator())
        {
            Assert.True(await pieces.MoveNextAsync());
            if (isCancelled)
            {
                await source.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pieces.MoveNextAsync());
            }
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void CompletionBeforeTheEnumerationIsRefused()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Answer("x")));
        PromptStream<string> stream = Stream(handler);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>((Action)(() => _ = stream.Completion));
        Assert.Contains("await foreach", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task HalfASurrogatePairIsAReplacementCharacter()
    {
        string[] events =
        [
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\\ud83d\"}]}}]}",
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\\ude00 \\ud83d\\ude00\"}]}}]}",
            Replies.Answer("!"),
        ];
        FakeHandler handler = new(() => FakeHandler.Events(events));
        (List<string> items, Exception? error) = await Collect.AllAsync(Stream(handler));
        Assert.Null(error);
        Assert.Equal(["a\ufffd", "\ufffd 😀", "!"], items);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task EachPieceIsGivenAsItArrives()
    {
        TaskCompletionSource readFirst = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            await readFirst.Task;
            await exchange.EventAsync(Replies.Answer("two"));
            await exchange.EndEventsAsync();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        List<string> items = [];
        await foreach (string item in new Desk(client).Stream("hi"))
        {
            items.Add(item);
            readFirst.TrySetResult();
        }

        Assert.Equal(["one", "two"], items);
    }

    [Fact]
    public async Task RatingsOfAnAnswerThatCameThroughAreToldAtItsEnd()
    {
        const string Ratings = "\"safetyRatings\":[{\"category\":\"HARM_CATEGORY_HARASSMENT\",\"probability\":\"LOW\"}]";
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("one"), Replies.Answer("two").Replace("\"index\":0", Ratings, StringComparison.Ordinal)));
        PromptStream<string> stream = new Desk(TestClient.Create(handler)).Stream("q");
        await Collect.AllAsync(stream);
        SafetyRating rating = Assert.Single((await stream.Completion).SafetyRatings);
        Assert.Equal(("HARM_CATEGORY_HARASSMENT", "LOW"), (rating.Category, rating.Probability));

        PromptStream<string> silent = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Replies.Answer("one"))))).Stream("q");
        await Collect.AllAsync(silent);
        Assert.Empty((await silent.Completion).SafetyRatings);
    }

    [Theory]
    [InlineData("one two ")]
    [InlineData("one two ", "")]
    [InlineData("one two three", "three")]
    public async Task TheExceptionOfAnAnswerThatWasCutHasTheTextSoFar(string text, params string[] last)
    {
        // Pieces of one shape and one of another: they are read in different ways.
        string[] events = [Replies.Chunk("one "), Replies.Chunk("two "), .. last.Select(piece => Replies.Answer(piece, "MAX_TOKENS"))];
        (List<string> items, Exception? error) = await RunAsync(events);
        Assert.Equal(text, string.Concat(items));
        Assert.Equal(text, Assert.IsAssignableFrom<GeminiAnswerException>(error).Text);
    }

    public static TheoryData<string, Type> Endings => new()
    {
        { Replies.Answer("", "MAX_TOKENS"), typeof(GeminiTruncatedException) },
        { Replies.Answer("", "SAFETY"), typeof(GeminiBlockedException) },
        { Replies.Answer("", "RECITATION"), typeof(GeminiRecitationException) },
        { "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}", typeof(GeminiBlockedException) },
        { Usage, typeof(GeminiStreamInterruptedException) },
        { Replies.Chunk("!"), typeof(GeminiStreamInterruptedException) },
        { "{\"candidates\":[{\"content\":", typeof(GeminiStreamInterruptedException) },
        { Replies.Error(503, "UNAVAILABLE"), typeof(GeminiServerException) },
        { Replies.Error(429, "RESOURCE_EXHAUSTED"), typeof(GeminiQuotaExceededException) },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task ABadEndThrowsAfterTheTextAndIsNeverRepeated(string last, Type exception)
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("text"), last));
        PromptStream<string> stream = Stream(handler);
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Equal("text", items[0]);
        Assert.IsType(exception, error);
        Assert.Same(error, stream.Completion.Exception!.InnerException);
        Assert.Equal(1, ((GeminiException)error!).Attempts);
        Assert.Single(handler.Requests);
    }

    /// <summary>What stands bare in a body, with text before it or not.</summary>
    public static TheoryData<string> BareErrors =>
    [
        Replies.Error(503, "UNAVAILABLE", "bare"),
        "[" + Replies.Error(503, "UNAVAILABLE", "bare") + "]",
        "{\r\n  \"error\": {\r\n    \"code\": 503,\r\n    \"message\": \"bare\",\r\n    \"status\": \"UNAVAILABLE\"\r\n  }\r\n}\r\n",
        "[{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"bare\",\n    \"status\": \"UNAVAILABLE\"\n  }\n}\n]",
    ];

    [Theory]
    [MemberData(nameof(BareErrors))]
    public async Task ABareErrorBeforeTheFirstTextIsRetried(string bare)
    {
        FakeHandler handler = FakeHandler.Of(() => Pieces(bare, 4), () => FakeHandler.Events(Replies.Error(503, "UNAVAILABLE")), () => FakeHandler.Json(bare, 503, "text/event-stream"), () => FakeHandler.Events(Replies.Answer("ok")));
        PromptStream<string> stream = Stream(handler);
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Null(error);
        Assert.Equal(["ok"], items);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((4, 3), (completion.Attempts, completion.AttemptErrors.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    public async Task TheLastEventCountsWithoutItsEmptyLine(string ending)
    {
        FakeHandler handler = new(() => Pieces("data: " + Replies.Chunk("one") + "\r\n\r\ndata: " + Last + ending, 16));
        (List<string> items, Exception? error) = await Collect.AllAsync(Stream(handler));
        Assert.Null(error);
        Assert.Equal(["one"], items);
    }

    [Fact]
    public async Task AnEmptyStreamIsTriedAgain()
    {
        FakeHandler handler = FakeHandler.Of(() => FakeHandler.Events(), () => FakeHandler.Events(Replies.Answer("ok")));
        (List<string> items, Exception? error) = await Collect.AllAsync(Stream(handler));
        Assert.Null(error);
        Assert.Equal(["ok"], items);
        Assert.Equal(2, handler.Requests.Count);
    }

    public static TheoryData<string> NoAnswers =>
    [
        Usage,
        "{\"candidates\":[],\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":4,\"totalTokenCount\":13}}",
        "{\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":4,\"totalTokenCount\":13}}",
    ];

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task AStreamWithoutAnAnswerIsEmptyAsACallWouldBe(string body)
    {
        FakeHandler handler = FakeHandler.Of(() => FakeHandler.Events(body), () => FakeHandler.Json(body));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        (_, Exception? error) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        GeminiEmptyAnswerException streamed = Assert.IsType<GeminiEmptyAnswerException>(error);
        GeminiEmptyAnswerException whole = await Assert.ThrowsAsync<GeminiEmptyAnswerException>(() => new Desk(client).AskAsync("hi"));
        Assert.Equal((whole.Message, 13, 1), (streamed.Message, streamed.Usage.TotalTokenCount, streamed.Attempts));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task AStreamThatEndsWhileTheModelThinksIsTriedAgain()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events("{\"candidates\":[{\"content\":{\"parts\":[{\"thought\":true,\"text\":\"hmm\"}]}}]}"),
            () => FakeHandler.Events(Replies.Answer("ok")));
        (List<string> items, Exception? error) = await Collect.AllAsync(Stream(handler));
        Assert.Null(error);
        Assert.Equal(["ok"], items);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task AConnectionCutInTheMiddleIsAnInterruption()
    {
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("one"));
            exchange.Close();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        (List<string> items, Exception? error) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        Assert.Equal(["one"], items);
        Assert.IsType<IOException>(Assert.IsType<GeminiStreamInterruptedException>(error).InnerException, exactMatch: false);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task AfterItsEndAStreamStaysAtItsEnd()
    {
        await using IAsyncEnumerator<string> enumerator = Stream(new FakeHandler(() => FakeHandler.Events(Replies.Answer("x")))).GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());
        Assert.False(await enumerator.MoveNextAsync());
        Assert.False(await enumerator.MoveNextAsync());
    }

    [Fact]
    public async Task AStreamOverGivenItemsServesFakes()
    {
        PromptCompletion completion = new() { Model = "fake" };
        PromptStream<string> stream = new(Items(), completion);
        (List<string> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Null(error);
        Assert.Equal(["a", "b"], items);
        Assert.Same(completion, await stream.Completion);

        static async IAsyncEnumerable<string> Items()
        {
            yield return "a";
            await Task.Yield();
            yield return "b";
        }
    }

    private static async Task<(List<string> Items, Exception? Error)> RunAsync(params string[] events)
        => await Collect.AllAsync(Stream(new FakeHandler(() => FakeHandler.Events(events))));

    private static PromptStream<string> Stream(FakeHandler handler)
        => new Desk(TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()))).Stream("hi");

    private static HttpResponseMessage Pieces(string body, int size)
        => new(HttpStatusCode.OK) { Content = new StreamContent(new PiecewiseStream(Encoding.UTF8.GetBytes(body), size)) };
}
