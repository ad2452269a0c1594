using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Fuzz;

/// <summary>
/// The readers of streams and answers, fed with recordings cut anywhere and with damaged ones. The seeds are the numbers of the rounds, so that each run is the same;
/// <c>GEMINIGEN_FUZZ_START</c> and <c>GEMINIGEN_FUZZ_ROUNDS</c> choose others. A failure names the seed and holds the bytes.
/// </summary>
public sealed class ReaderFuzzTests
{
    private static readonly int Start = FromVariable("GEMINIGEN_FUZZ_START", 0);
    private static readonly int Rounds = FromVariable("GEMINIGEN_FUZZ_ROUNDS", 1500);

    [Fact]
    public Task WhereAStreamIsCutDoesNotMatter() => ForEachSeedAsync(Recordings.Streams, isMutated: false, async (body, random) =>
    {
        Outcome whole = await StreamAsync(body, null);
        Outcome cut = await StreamAsync(body, random);
        Assert.Equal(whole.ToString(), cut.ToString());
    });

    [Fact]
    public Task ADamagedStreamIsReadOrRefusedTheSameHoweverItIsCut() => ForEachSeedAsync(Recordings.Streams, isMutated: true, async (body, random) =>
    {
        Outcome whole = await StreamAsync(body, null);
        Outcome cut = await StreamAsync(body, random);
        Assert.Equal(whole.ToString(), cut.ToString());
        Assert.True(whole.Error is null or GeminiException, "ends with " + whole.Error);
    });

    [Fact]
    public Task ADamagedStreamOfAConversationIsReadOrRefused() => ForEachSeedAsync(Recordings.Streams, isMutated: true, async (body, random) =>
    {
        using GeminiClient client = Client(body, random);
        Conversation conversation = new();
        (List<string> items, Exception? error) = await Collect.AllAsync(new ChatDesk(client).Stream(conversation, "hi"));
        Assert.True(error is null or GeminiException, "ends with " + error);
        Assert.Equal(error is null ? 2 : 0, conversation.Turns.Count);
        Assert.Equal(conversation.ToJson(), Conversation.Parse(conversation.ToJson()).ToJson());
        if (error is null)
        {
            Assert.Equal(string.Concat(items), conversation.Turns[1].Text);
        }
    });

    [Fact]
    public Task ADamagedAnswerIsReadOrRefused() => ForEachSeedAsync(Recordings.Answers, isMutated: true, async (body, random) =>
    {
        using GeminiClient client = Client(body, random);
        Desk desk = new(client);
        string? text = null;
        Exception? error = await Record.ExceptionAsync(async () => text = await desk.AskAsync("hi"));
        Assert.True(error is null or GeminiException, "text: " + error);
        PromptResult<string>? result = null;
        Exception? ofResult = await Record.ExceptionAsync(async () => result = await desk.AskResultAsync("hi"));
        Assert.True(ofResult is null or GeminiException, "result: " + ofResult);

        // The text alone may be whole where what stands behind it, the counts, is cut.
        if (result is { Outcome: PromptOutcome.Complete })
        {
            Assert.Equal(result.Value, text);
        }

        error = await Record.ExceptionAsync(() => desk.DescribeAsync("hi"));
        Assert.True(error is null or GeminiException, "value: " + error);
        ofResult = await Record.ExceptionAsync(() => desk.DescribeResultAsync("hi"));
        Assert.True(ofResult is null or GeminiException, "value's result: " + ofResult);
    });

    private static async Task ForEachSeedAsync(IReadOnlyList<byte[]> recordings, bool isMutated, Func<byte[], Random, Task> check)
    {
        for (int seed = Start; seed < Start + Rounds; seed++)
        {
            Random random = new(seed);
            byte[] body = recordings[random.Next(recordings.Count)];
            body = isMutated ? ByteMutator.Mutate(body, recordings[random.Next(recordings.Count)], random) : body;
            try
            {
                await check(body, random);
            }
            catch (Exception exception)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {exception.Message}\n{Convert.ToBase64String(body)}\n{Encoding.UTF8.GetString(body)}\n{exception.StackTrace}"));
            }
        }
    }

    private static async Task<Outcome> StreamAsync(byte[] body, Random? random)
    {
        using GeminiClient client = Client(body, random);
        (List<string> items, Exception? error) = await Collect.AllAsync(new Desk(client).Stream("hi"));
        return new Outcome(items, error);
    }

    private static GeminiClient Client(byte[] body, Random? random)
        => TestClient.Create(new FakeHandler(() => Respond(body, random)), static options => options.Retry.MaxAttempts = 1);

    private static HttpResponseMessage Respond(byte[] body, Random? random)
    {
        StreamContent content = new(random is null ? new MemoryStream(body) : new RandomPiecesStream(body, random));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static int FromVariable(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;

    /// <summary>What came of a stream.</summary>
    private sealed record Outcome(List<string> Items, Exception? Error)
    {
        public override string ToString() => string.Join("|", Items) + " " + Error?.GetType().Name;
    }
}
