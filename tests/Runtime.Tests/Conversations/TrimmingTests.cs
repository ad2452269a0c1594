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
        Assert.True(conversation.Turns[0].IsSummary);
        Assert.EndsWith("\nS1", conversation.Turns[0].Text, StringComparison.Ordinal);

        conversation.AddUserTurn("u4 " + Filler);
        await AskAsync(conversation);
        Assert.StartsWith("S1\nuser: u2 ", asked[1], StringComparison.Ordinal);
        Assert.Equal(2, asked.Count);
        Assert.Single(Conversation.Parse(conversation.ToJson()).Turns, turn => turn.IsSummary);
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

    private Task<string> AskAsync(Conversation conversation) => new ChatDesk(TestClient.Create(_handler)).AskAsync(conversation, "next");
}
