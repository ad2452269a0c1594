using System.Text.Json;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Conversations;

public sealed class TrimmingTests : IDisposable
{
    private readonly FakeHandler _handler = new(() => FakeHandler.Json(Replies.Answer("ok")));

    [Fact]
    public async Task TheOldestExchangesGoFirst()
    {
        Conversation conversation = Talk(5, maxTokens: Tokens(2));

        await AskAsync(conversation);

        Assert.Equal(["u3", "m3", "u4", "m4", "next", "ok"], Names(conversation));
        Assert.DoesNotContain("u2", _handler.Requests[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PinnedTurnsKeepTheirExchange()
    {
        Conversation conversation = Talk(5, maxTokens: Tokens(2));
        conversation.Pin(conversation.Turns[3]);

        await AskAsync(conversation);

        Assert.Equal(["u1", "m1", "u4", "m4", "next", "ok"], Names(conversation));
    }

    [Fact]
    public async Task ACallIsNeverSplitFromItsResult()
    {
        Conversation conversation = new();
        conversation.AddUserTurn("u0 " + Filler);
        conversation.Add(
            ConversationTurn.FromContent("{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"id\":\"1\",\"name\":\"f\"}}]}"u8),
            ConversationTurn.FromContent("{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"id\":\"1\",\"name\":\"f\",\"response\":{}}}]}"u8));
        conversation.AddModelTurn("m0 " + Filler);
        conversation.AddUserTurn("u1 " + Filler);
        conversation.AddModelTurn("m1 " + Filler);
        conversation.Trimming = new ConversationTrimming { MaxTokens = conversation.EstimatedTokens - 1 };

        await AskAsync(conversation);

        Assert.Equal(["u1", "m1", "next", "ok"], Names(conversation));
    }

    [Fact]
    public async Task TheLatestStayWhateverTheyCost()
    {
        Conversation conversation = Talk(3, maxTokens: 1);
        await AskAsync(conversation);
        Assert.Equal(["u2", "m2", "next", "ok"], Names(conversation));

        Conversation none = Talk(3, maxTokens: 1, keepLatest: 0);
        await AskAsync(none);
        Assert.Equal(["next", "ok"], Names(none));
    }

    [Fact]
    public async Task WhatFitsStays()
    {
        Conversation conversation = Talk(3, maxTokens: Tokens(3));
        await AskAsync(conversation);
        Assert.Equal(8, conversation.Turns.Count);
    }

    [Fact]
    public async Task ASummaryTakesTheirPlaceAndGoesIntoTheNextOne()
    {
        List<string> asked = [];
        Conversation conversation = Talk(3, maxTokens: Tokens(1) + 20, summarize: (text, _) =>
        {
            asked.Add(text);
            return Task.FromResult("S" + asked.Count);
        });

        await AskAsync(conversation);
        Assert.Equal("user: u0 " + Filler + "\nmodel: m0 " + Filler + "\nuser: u1 " + Filler + "\nmodel: m1 " + Filler + "\n", asked[0]);
        Assert.Equal([true, true, false], conversation.Turns.Take(3).Select(turn => turn.IsSummary));
        Assert.Equal("S1", conversation.Turns[1].Text);

        conversation.AddUserTurn("u4 " + Filler);
        await AskAsync(conversation);
        Assert.StartsWith("S1\nuser: u2 ", asked[1], StringComparison.Ordinal);
        Assert.Equal(2, asked.Count);
        Assert.Equal(2, Conversation.Parse(conversation.ToJson()).Turns.Count(turn => turn.IsSummary));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task UserAndModelStillAlternateAroundASummary(int keepLatest)
    {
        Conversation conversation = Talk(4, maxTokens: 60, keepLatest, (_, _) => Task.FromResult("S"));
        conversation.Add(
            ConversationTurn.FromText(ConversationRole.User, "u4 " + Filler),
            ConversationTurn.FromContent("{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"id\":\"1\",\"name\":\"f\"}}]}"u8),
            ConversationTurn.FromContent("{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"id\":\"1\",\"name\":\"f\",\"response\":{}}}]}"u8),
            ConversationTurn.FromText(ConversationRole.Model, "m4 " + Filler));

        for (int call = 0; call < 3; call++)
        {
            await AskAsync(conversation);

            using JsonDocument sent = JsonDocument.Parse(_handler.Requests[call].Text);
            JsonElement[] turns = [.. sent.RootElement.GetProperty("contents").EnumerateArray()];
            Assert.Equal(turns.Select((_, index) => index % 2 == 0 ? "user" : "model"), turns.Select(turn => turn.GetProperty("role").GetString()));
            Assert.Contains("\"S\"", _handler.Requests[call].Text, StringComparison.Ordinal);
            Assert.Equal(_handler.Requests[call].Text.Contains("functionCall", StringComparison.Ordinal), _handler.Requests[call].Text.Contains("functionResponse", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TheLatestAreNoNegativeNumber()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConversationTrimming { MaxTokens = 1, KeepLatest = -1 });
        Assert.Equal(1, new ConversationTrimming { MaxTokens = 1 }.KeepLatest);
    }

    [Fact]
    public async Task ASummaryThatFailsDropsNothing()
    {
        Conversation conversation = Talk(3, maxTokens: 1, summarize: (_, _) => throw new NotSupportedException("no"));
        await Assert.ThrowsAsync<NotSupportedException>(() => AskAsync(conversation));
        Assert.Equal(6, conversation.Turns.Count);
        Assert.Empty(_handler.Requests);

        conversation.Trimming = null;
        await AskAsync(conversation);
    }

    [Fact]
    public async Task TheHistoryStaysWithinItsLimitWithItsSummary()
    {
        Conversation conversation = Talk(10, maxTokens: Tokens(4), summarize: (_, _) => Task.FromResult(string.Concat(Enumerable.Repeat("A sentence of some words. ", 500))));

        PromptResult<string> result = await AskResultAsync(conversation);

        ConversationTrim trim = result.Trimmed!;
        Assert.True(conversation.Turns.Take(conversation.Turns.Count - 2).Sum(turn => turn.EstimatedTokens) <= Tokens(4));
        Assert.InRange(TokenEstimator.Estimate(trim.Summary!), 1, conversation.Trimming!.MaxSummaryTokens);
        Assert.EndsWith("words.", trim.Summary, StringComparison.Ordinal);
        Assert.True(trim.DroppedTurns >= 12 && trim.SavedTokens > Tokens(5));
        Assert.Null((await AskResultAsync(conversation)).Trimmed);
    }

    [Fact]
    public async Task ASummarysTokensAreTold()
    {
        int asked = 0;
        ConversationTrimming trimming = new()
        {
            MaxTokens = Tokens(1) + 40,
            SummarizeWithUsage = (_, _) =>
            {
                asked++;
                return Task.FromResult(new PromptResult<string>("S") { Usage = new UsageMetadata { TotalTokenCount = 7 }, Cost = 0.5m });
            },
        };
        Conversation conversation = Talk(3, int.MaxValue);
        conversation.Trimming = trimming;

        ConversationTrim trim = (await AskResultAsync(conversation)).Trimmed!;
        Assert.Equal(("S", 7, 0.5m, 1), (trim.Summary, trim.SummaryUsage.TotalTokenCount, trim.SummaryCost!.Value, asked));
        Assert.Throws<ArgumentException>(() => new ConversationTrimming { MaxTokens = 1, Summarize = (_, _) => Task.FromResult(""), SummarizeWithUsage = trimming.SummarizeWithUsage });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConversationTrimming { MaxTokens = 1, MaxSummaryTokens = 0 });
    }

    [Fact]
    public async Task AnEmptySummaryLeavesNoTrace()
    {
        Conversation conversation = Talk(3, maxTokens: 1, summarize: (_, _) => Task.FromResult(" "));
        Assert.Null((await AskResultAsync(conversation)).Trimmed!.Summary);
        Assert.Equal(["u2", "m2", "next", "ok"], Names(conversation));
    }

    [Fact]
    public async Task ASummaryIsMadeOnceForCallsAtOnce()
    {
        TaskCompletionSource<string> summary = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int asked = 0;
        Conversation conversation = Talk(3, maxTokens: Tokens(1) + 40, summarize: (_, _) =>
        {
            asked++;
            return summary.Task;
        });

        Task<string>[] calls = [AskAsync(conversation), AskAsync(conversation)];
        conversation.AddUserTurn("said meanwhile");
        conversation.Trimming = null;
        summary.SetResult("S");
        await Task.WhenAll(calls);

        Assert.Equal(1, asked);
        Assert.True(conversation.Turns[0].IsSummary);
        Assert.Equal(["u2", "m2", "said", "next", "ok", "next", "ok"], Names(conversation).Skip(2));
    }

    [Fact]
    public async Task ASummaryInItsOwnConversationIsRefusedAndOneThatHangsIsTimedOut()
    {
        JumpingClock clock = new();
        Conversation conversation = Talk(3, maxTokens: 1);
        ChatDesk desk = new(TestClient.Create(_handler, options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromSeconds(5);
        }));
        conversation.Trimming = new ConversationTrimming { MaxTokens = 1, Summarize = (text, token) => new ChatDesk(TestClient.Create(_handler)).AskAsync(conversation, text, token) };
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(conversation));

        conversation.Trimming = new ConversationTrimming { MaxTokens = 1, Summarize = HangAsync };
        GeminiTimeoutException late = await Assert.ThrowsAsync<GeminiTimeoutException>(() => desk.AskAsync(conversation, "next"));
        Assert.Equal(GeminiTimeLimit.Call, late.Limit);
        Assert.Equal(6, conversation.Turns.Count);
        Assert.Empty(_handler.Requests);

        static async Task<string> HangAsync(string text, CancellationToken token)
        {
            await Task.Delay(Timeout.Infinite, token);
            return text;
        }
    }

    [Fact]
    public async Task AStreamTellsOfItsTrimming()
    {
        using FakeHandler handler = new(() => FakeHandler.Events(Replies.Answer("ok")));
        PromptStream<string> stream = new ChatDesk(TestClient.Create(handler)).Stream(Talk(3, maxTokens: 1), "next");
        await Collect.AllAsync(stream);
        Assert.Equal(4, (await stream.Completion).Trimmed!.DroppedTurns);
    }

    private static string Filler => string.Concat(Enumerable.Repeat("word ", 20)).Trim();

    private static int Tokens(int exchanges) => Talk(exchanges, int.MaxValue).EstimatedTokens;

    private static Conversation Talk(int exchanges, int maxTokens, int keepLatest = 1, Func<string, CancellationToken, Task<string>>? summarize = null)
    {
        Conversation conversation = new() { Trimming = new ConversationTrimming { MaxTokens = maxTokens, KeepLatest = keepLatest, Summarize = summarize } };
        for (int i = 0; i < exchanges; i++)
        {
            conversation.AddUserTurn($"u{i} {Filler}");
            conversation.AddModelTurn($"m{i} {Filler}");
        }

        return conversation;
    }

    private static IEnumerable<string> Names(Conversation conversation)
        => conversation.Turns.Where(turn => !turn.CallsFunctions && !turn.HasFunctionResults).Select(turn => turn.Text.Split(' ')[0]);

    public void Dispose() => _handler.Dispose();

    private Task<PromptResult<string>> AskResultAsync(Conversation conversation) => new ChatDesk(TestClient.Create(_handler)).AskResultAsync(conversation, "next");

    private Task<string> AskAsync(Conversation conversation) => new ChatDesk(TestClient.Create(_handler)).AskAsync(conversation, "next");
}
