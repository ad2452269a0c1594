using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

/// <summary>Streams of the elements of an array.</summary>
public sealed class ItemStreamTests
{
    private const string Usage = "{\"usageMetadata\":{\"promptTokenCount\":9,\"candidatesTokenCount\":4,\"totalTokenCount\":13}}";

    [Fact]
    public async Task EachItemIsGivenWithItsLastBrace()
    {
        TaskCompletionSource readFirst = new(), readSecond = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("[" + Json("one")));
            await readFirst.Task;
            await exchange.EventAsync(Replies.Chunk("," + Json("two")));
            await readSecond.Task;
            await exchange.EventAsync(Replies.Answer("]"));
            await exchange.EndEventsAsync();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        List<string> titles = [];
        PromptStream<Card> stream = new Desk(client).Cards("d");
        await foreach (Card card in stream)
        {
            titles.Add(card.Title);
            (titles.Count == 1 ? readFirst : readSecond).TrySetResult();
        }

        Assert.Equal(["one", "two"], titles);
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((FinishReason.Stop, 41, "abc"), (completion.FinishReason, completion.Usage.TotalTokenCount, completion.ResponseId));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public async Task AConversationKeepsTheTurnOfAListThatWasReadToItsEnd(bool toTheEnd, int turns)
    {
        ChatDesk desk = new(
            TestClient.Create(new FakeHandler(() => FakeHandler.Events(Replies.Answer("[" + Json("one") + "," + Json("two") + "]")))),
            Support.Desk.Method(schema: new PromptSchema("{\"type\":\"array\"}"u8, "{\"type\":\"ARRAY\"}"u8)));
        Conversation conversation = new();
        PromptStream<Card> stream = desk.Cards(conversation, "?");

        await foreach (Card card in stream)
        {
            if (card.Title == "two" && !toTheEnd)
            {
                break;
            }
        }

        Assert.Equal(turns, conversation.Turns.Count);
        Assert.Equal(!toTheEnd, stream.Completion.IsCanceled);
    }

    [Fact]
    public async Task ItemsAreTheSameHoweverTheAnswerIsCut()
    {
        Random random = new(11);
        string[] titles = ["a", "}] , [{", "\\\" \u00fc \ud83d\ude00 \n", new string('x', 3000), ""];
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(6);
            string[] expected = [.. Enumerable.Range(0, count).Select(_ => titles[random.Next(titles.Length)])];
            string blank = random.Next(3) switch { 0 => "", 1 => " ", _ => "\r\n\t" };
            string text = blank + "[" + blank + string.Join("," + blank, expected.Select(title => Json(title) + blank)) + "]" + blank;
            text = random.Next(3) switch { 0 => "```json\n" + text + "\n```", 1 => "Here [1] [they] are: " + text + " Bye [2].", _ => text };
            (List<Card> items, Exception? error) = await Collect.AllAsync(Desk(random.Next(1, 50), Cut(text, random)).Cards("d"));
            Assert.Null(error);
            Assert.Equal(expected, items.Select(card => card.Title));
        }
    }

    [Fact]
    public async Task MutatedAnswersEndWithItemsThatFitOrWithAnErrorOfTheirKind()
    {
        Random random = new(13);
        string[] good = [.. Enumerable.Range(0, 5).Select(i => Json("t" + i))];
        string text = "[" + string.Join(",", good) + "]";
        for (int round = 0; round < 1000; round++)
        {
            char[] mutated = text.ToCharArray();
            mutated[random.Next(mutated.Length)] = "{}[]\",:x\\ 1"[random.Next(11)];
            (List<Card> items, Exception? error) = await Collect.AllAsync(Desk(100_000, Cut(new string(mutated), random)).Cards("d"));
            Assert.True(error is null or GeminiMalformedAnswerException or GeminiInvalidAnswerException, error?.ToString());
            Assert.True(error is not null || items.Count == 5, new string(mutated));
        }
    }

    [Theory]
    [InlineData("[1, 2,null ,-3 ]", "1,2,,-3")]
    [InlineData("[]", "")]
    [InlineData(" [ ] ", "")]
    [InlineData("[7]", "7")]
    public async Task ScalarsEndWhereTheNextByteSaysSo(string text, string expected)
    {
        PromptMethod method = Desk("{\"type\":[\"integer\",\"null\"]}", isNullable: true);
        foreach (int size in (int[])[1, 2, 3, 100])
        {
            string[] pieces = [.. text.Chunk(size).Select(piece => new string(piece))];
            PromptStream<int?> stream = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Events(pieces)))), method)
                .Items(CardContext.Default.NullableInt32);
            (List<int?> items, Exception? error) = await Collect.AllAsync(stream);
            Assert.Null(error);
            Assert.Equal(expected, string.Join(",", items.Select(item => item?.ToString(CultureInfo.InvariantCulture))));
        }
    }

    [Fact]
    public async Task StringsAndListsAreItemsToo()
    {
        PromptStream<string> words = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Events("[\"a,]\"", ",\"\\\"b", "\"]")))), Desk("{\"type\":\"string\"}"))
            .Items(CardContext.Default.String);
        Assert.Equal(["a,]", "\"b"], (await Collect.AllAsync(words)).Items);

        PromptStream<List<int>> lists = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Events("[[1,2", "],[", "]]")))), Desk("{\"type\":\"array\"}"))
            .Items(CardContext.Default.ListInt32);
        Assert.Equal([[1, 2], []], (await Collect.AllAsync(lists)).Items);
    }

    [Theory]
    [InlineData("[1,2] and [3]")]
    [InlineData("[1,2] [3]")]
    [InlineData("[1,2], [3]")]
    [InlineData("[1,2]\n```")]
    [InlineData("[1,2] {")]
    [InlineData("[1,2]]")]
    [InlineData("[1,2] so: 3")]
    public async Task WhatFollowsTheArrayCountsAsInAWholeAnswer(string text)
    {
        PromptMethod method = Desk("{\"type\":\"integer\"}");
        PromptResult<List<int>> whole = await new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Json(Replies.Answer(text)))), method)
            .ListAsync(CardContext.Default.ListInt32);
        PromptStream<int?> stream = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Events(text)))), method)
            .Items(CardContext.Default.NullableInt32);
        (_, Exception? error) = await Collect.AllAsync(stream);
        Assert.Equal(whole.Outcome == PromptOutcome.Complete, error is null);
    }

    /// <summary>Texts with an array of cards in them, and with what may stand around it.</summary>
    public static TheoryData<string> Surroundings
    {
        get
        {
            string one = "[" + Json("one") + "]";
            string two = "[" + Json("one") + "," + Json("two") + "]";
            TheoryData<string> texts = [];
            foreach (string after in (string[])["", " ", " and [2]", " and {3}", " [2]", "[]", ",", ", and", "]", "}", ":", "\"", "\n```", "\n```\nSee [1].", " so: 3", "." + one, " " + one])
            {
                texts.Add(two + after);
                texts.Add("Here:\n```json\n" + two + after);
            }

            foreach (string before in (string[])["[1] ", "[note] ", "[\"note\"] ", "[\"note\"] and ", "{\"a\":1} ", "{\"a\":1}, ", "{\"a\" x} ", "{\"a\":[1,]} ", "{\"a\":1] ", "{a} ", "{} ", "{", "[", "See [1], {two} and [\"three\"]: ", "See [1,] ", "See [\"x\" y] ", "[] ", "[] and "])
            {
                texts.Add(before + one);
                texts.Add(" " + before + one + ".");
            }

            foreach (string whole in (string[])["", " ", "[", "[]", "[ ]", "None.", "None [1].", "None: []", "[1]", "[\"a\"]", "[[]]", "[note]", "{\"list\":" + one + "}", one[..^1], two[..^3], "[" + Json("one") + " " + Json("two") + "]", "[," + one[1..], one[..^1] + ",]"])
            {
                texts.Add(whole);
            }

            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Surroundings))]
    public async Task AnAnswerIsJudgedAlikeAsAStreamAndAsAWholeHoweverItIsCut(string text)
    {
        PromptMethod method = Desk("{\"type\":\"object\"}");
        PromptResult<List<Card>> whole = await new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Json(Replies.Answer(text)))), method)
            .ListAsync(CardContext.Default.ListCard);
        string[]? expected = whole.Outcome == PromptOutcome.Complete ? [.. whole.Value.Select(card => card.Title)] : null;

        IEnumerable<string[]> cuts = Enumerable.Range(1, Math.Max(text.Length - 1, 0)).Select(at => new[] { text[..at], text[at..] })
            .Append([text]).Append([.. text.Select(character => character.ToString())]);
        foreach (string[] pieces in cuts)
        {
            PromptStream<Card> stream = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Events(pieces)))), method).Cards("d");
            (List<Card> items, Exception? error) = await Collect.AllAsync(stream);
            string cut = string.Join("|", pieces);
            Assert.True(expected is null == error is not null, $"{cut}: {whole.Outcome}, {error}");
            Assert.True(expected is null || expected.SequenceEqual(items.Select(card => card.Title)), cut);
        }
    }

    /// <summary>What follows two good items, the exception, its path.</summary>
    public static TheoryData<string[], Type, string?> Faults => new()
    {
        { [",{\"title\":1,\"kind\":\"Letter\",\"topics\":[]}", "]"], typeof(GeminiInvalidAnswerException), "$[2].title" },
        { [",{\"kind\":\"Letter\",\"topics\":[]}]"], typeof(GeminiInvalidAnswerException), "$[2].title" },
        { [",null]"], typeof(GeminiInvalidAnswerException), "$[2]" },
        { [",{\"title\":oops}]"], typeof(GeminiMalformedAnswerException), "$[2].title" },
        { [",]"], typeof(GeminiMalformedAnswerException), "$[2]" },
        { [" and so on]"], typeof(GeminiMalformedAnswerException), "$[2]" },
        { [",", "oops"], typeof(GeminiMalformedAnswerException), "$[2]" },
        { [""], typeof(GeminiMalformedAnswerException), "$[2]" },
        { [",{\"title\":\"t\""], typeof(GeminiMalformedAnswerException), "$[2]" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AFaultThrowsAfterTheItemsBeforeIt(string[] rest, Type exception, string? path)
    {
        string[] events = Events(["[" + Json("one") + "," + Json("two"), .. rest]);
        events = [.. events[..^1], events[^1], Usage];
        PromptStream<Card> stream = new Desk(TestClient.Create(new FakeHandler(() => FakeHandler.Events(events)))).Cards("d");
        (List<Card> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Equal(["one", "two"], items.Select(card => card.Title));
        Assert.IsType(exception, error);
        Assert.Equal(path, error is GeminiInvalidAnswerException invalid ? invalid.JsonPath : ((GeminiMalformedAnswerException)error).JsonPath);
        Assert.Contains("IDesk.AskAsync", error.Message, StringComparison.Ordinal);
        Assert.Same(error, stream.Completion.Exception!.InnerException);
    }

    [Theory]
    [InlineData("MAX_TOKENS", typeof(GeminiTruncatedException))]
    [InlineData("SAFETY", typeof(GeminiBlockedException))]
    [InlineData("RECITATION", typeof(GeminiRecitationException))]
    public async Task AnUnfinishedAnswerIsNoMalformedOne(string finish, Type exception)
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("[" + Json("one") + ",{\"title\""), Replies.Answer("", finish)));
        (List<Card> items, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Cards("d"));
        Assert.Equal("one", Assert.Single(items).Title);
        Assert.IsType(exception, error);
        GeminiAnswerException cut = (GeminiAnswerException)error!;
        Assert.Equal(("{\"title\"", 41), (cut.Text.TrimStart(','), cut.Usage.TotalTokenCount));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task AStreamWithoutAFinishReasonIsInterrupted()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Replies.Chunk("[" + Json("one") + "]")));
        (List<Card> items, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler)).Cards("d"));
        Assert.Single(items);
        Assert.IsType<GeminiStreamInterruptedException>(error);
    }

    [Theory]
    [InlineData("There is nothing.")]
    [InlineData("{\"title\":\"t\"}")]
    [InlineData("{\"list\":[{\"title\":\"t\"}]}")]
    [InlineData("Only [1], {two} and [three].")]
    public async Task AnAnswerWithoutAnArrayIsMalformed(string text)
    {
        (List<Card> items, Exception? error) = await Collect.AllAsync(Desk(100, text).Cards("d"));
        Assert.Empty(items);
        GeminiMalformedAnswerException malformed = Assert.IsType<GeminiMalformedAnswerException>(error);
        Assert.Contains("no JSON array", malformed.Message, StringComparison.Ordinal);
        Assert.Equal(41, malformed.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task RulesAreCheckedOnEachItem()
    {
        PromptSchema schema = new PromptSchema("{\"type\":\"array\"}"u8, "{\"type\":\"ARRAY\"}"u8).Checking<Card>(static (card, found) =>
        {
            if (card.Title.Length > 3)
            {
                found.Add("title", "must have at most 3 characters", card.Title);
            }
        });
        FakeHandler handler = new(() => FakeHandler.Events(Events("[" + Json("one") + "," + Json("three") + "]")));
        (List<Card> items, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler), Support.Desk.Method(schema: schema)).Cards("d"));
        Assert.Single(items);
        GeminiInvalidAnswerException invalid = Assert.IsType<GeminiInvalidAnswerException>(error);
        Assert.Equal("$[1].title must have at most 3 characters", Assert.Single(invalid.Violations).ToString());
        Assert.Equal((Json("three"), 41), (invalid.RawText, invalid.Usage.TotalTokenCount));
    }

    [Fact]
    public async Task CancellingClosesTheConnectionAtOnce()
    {
        TaskCompletionSource closed = new();
        await using LoopbackServer server = new(async exchange =>
        {
            await exchange.StartEventsAsync();
            await exchange.EventAsync(Replies.Chunk("[" + Json("one") + ",{"));
            await exchange.WaitForCloseAsync();
            closed.SetResult();
        });
        using GeminiClient client = new(TestClient.Options(options => options.BaseAddress = server.Address));
        using CancellationTokenSource cancellation = new();
        PromptStream<Card> stream = new Desk(client).Cards("d");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Card card in stream.WithCancellation(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(stream.Completion.IsCanceled);
    }

    [Fact]
    public async Task AFailureBeforeTheFirstTextIsRetriedAndNoneAfterIt()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503),
            () => FakeHandler.Events(Replies.Chunk("[" + Json("one")), Replies.Error(503, "UNAVAILABLE")));
        (List<Card> items, Exception? error) = await Collect.AllAsync(new Desk(TestClient.Create(handler, TestClient.Unlimited(clock))).Cards("d"));
        Assert.Single(items);
        Assert.Equal(2, Assert.IsType<GeminiServerException>(error).Attempts);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task ItemsGoOnOverHops()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(Hop("[" + Json("one") + "," + Json("two")[..9], "t1")),
            () => FakeHandler.Events(Replies.Answer(Json("two")[9..] + "]")));
        PromptStream<Card> stream = new Desk(TestClient.Create(handler), Support.Desk.Method(model: "gemini-4-argon", schema: new PromptSchema("{}"u8, "{}"u8))).Cards("d");
        (List<Card> items, Exception? error) = await Collect.AllAsync(stream);
        Assert.Null(error);
        Assert.Equal(["one", "two"], items.Select(card => card.Title));
        Assert.Equal(2, (await stream.Completion).Rounds);
    }

    [Fact]
    public async Task AConversationGetsTheWholeTurn()
    {
        FakeHandler handler = new(() => FakeHandler.Events(Events("[" + Json("one"), "," + Json("two") + "]")));
        Conversation conversation = new();
        PromptMethod method = Support.Desk.Method(schema: new PromptSchema("{}"u8, "{}"u8));
        DialogRequest request = new(TestClient.Create(handler), method) { Conversation = conversation };
        JsonPromptWriter writer = new(request);
        writer.BeginUserTurn();
        writer.Value("?");
        writer.EndUserTurn();
        (List<Card> items, _) = await Collect.AllAsync(PromptCalls.StreamItems(request, CardContext.Default.Card, CancellationToken.None));
        Assert.Equal(2, items.Count);
        Assert.Equal(["?", "[" + Json("one") + "," + Json("two") + "]"], conversation.Turns.Select(turn => turn.Text));
    }

    [Fact]
    public void EachByteOfALargeAnswerIsLookedAtOnce()
    {
        // An item of 8 MB in pieces of 16 bytes, then many small ones. Looking at it again with each piece would take two thousand billion steps.
        using ItemSplitter splitter = new(static () => JsonShapes.Object);
        splitter.Append("[{\"title\":\""u8);
        for (int i = 0; i < 500_000; i++)
        {
            Assert.False(splitter.TryNext(out _));
            splitter.Append("0123456789abcdef"u8);
        }

        splitter.Append("\"}"u8);
        Assert.True(splitter.TryNext(out ReadOnlySpan<byte> large));
        Assert.Equal(8_000_012, large.Length);
        for (int i = 0; i < 200_000; i++)
        {
            splitter.Append(",{\"title\":1"u8);
            Assert.False(splitter.TryNext(out _));
            splitter.Append("}"u8);
            Assert.True(splitter.TryNext(out _));
        }

        splitter.Append("]"u8);
        Assert.False(splitter.TryNext(out _));
        Assert.True(splitter.IsClosed);
    }

    private static string Json(string title) => "{\"title\":" + JsonSerializer.Serialize(title) + ",\"kind\":\"Letter\",\"topics\":[\"x\"]}";

    private static string[] Events(params string[] pieces)
        => [.. pieces.Select((piece, index) => index == pieces.Length - 1 ? Replies.Answer(piece) : Replies.Chunk(piece))];

    private static string[] Cut(string text, Random random)
    {
        List<string> pieces = [];
        for (int position = 0; position < text.Length;)
        {
            int length = Math.Min(text.Length - position, random.Next(1, 30));
            length += position + length < text.Length && char.IsHighSurrogate(text[position + length - 1]) ? 1 : 0;
            pieces.Add(text.Substring(position, length));
            position += length;
        }

        return [.. pieces];
    }

    private static string Hop(string text, string token) =>
        "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":" + JsonSerializer.Serialize(text) + "}]},\"finishReason\":\"CONTINUATION\",\"continuationToken\":\"" + token + "\"}]}";

    private static PromptMethod Desk(string items, bool isNullable = false)
    {
        byte[] schema = Encoding.UTF8.GetBytes("{\"type\":\"array\",\"items\":" + items + "}");
        return Support.Desk.Method(schema: new PromptSchema(schema, schema, isNullable));
    }

    private static Desk Desk(int size, params string[] pieces)
    {
        byte[] body = Encoding.UTF8.GetBytes(string.Concat(Events(pieces).Select(e => "data: " + e + "\r\n\r\n")));
        return new Desk(TestClient.Create(new FakeHandler(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new PiecewiseStream(body, size)) { Headers = { ContentType = new("text/event-stream") } },
        })));
    }
}
