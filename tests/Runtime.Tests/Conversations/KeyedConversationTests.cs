using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Conversations;

/// <summary>Calls whose history has a key.</summary>
public sealed class KeyedConversationTests
{
    private const string SignedPart = "{\"text\" : \"Two.\",\"thoughtSignature\":\"c2ln\"}";

    private readonly JsonConversationStore _store = new();
    private readonly KeyedConversations _conversations;

    public KeyedConversationTests() => _conversations = new KeyedConversations(_store);

    [Fact]
    public async Task EachKeyHasItsOwnHistoryWithEveryByte()
    {
        FakeHandler handler = FakeHandler.Of(() => Answer(SignedPart), () => Text("B"), () => Text("Three."));
        ChatDesk desk = new(TestClient.Create(handler));

        await desk.AskAsync(_conversations, "ann", "One?");
        await desk.AskAsync(_conversations, "bob", "b?");
        await desk.AskAsync(_conversations, "ann", "And then?");

        Assert.Equal("b?", handler.Requests[1].Prompt);
        Assert.Contains("\"One?\"}]},{\"role\":\"model\",\"parts\":[" + SignedPart + "]},", handler.Requests[2].Text, StringComparison.Ordinal);
        Assert.Equal(["One?", "Two.", "And then?", "Three."], (await _conversations.GetAsync("ann")).Turns.Select(turn => turn.Text));
        Assert.Equal(2, (await _conversations.GetAsync("bob")).Turns.Count);
        Assert.Empty((await _conversations.GetAsync("nobody")).Turns);
    }

    [Fact]
    public async Task AStreamIsSavedAtItsEnd()
    {
        ChatDesk desk = new(TestClient.Create(new FakeHandler(() => FakeHandler.Events(Replies.Chunk("a"), Replies.Answer("b")))));
        await foreach (string _ in desk.Stream(_conversations, "ann", "left"))
        {
            break;
        }

        Assert.Empty(_store.Rows);
        Assert.Null((await Collect.AllAsync(desk.Stream(_conversations, "ann", "read"))).Error);
        Assert.Equal(["read", "ab"], (await _conversations.GetAsync("ann")).Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task NoKeyIsNoHistoryAndAnEmptyOneIsRefused()
    {
        FakeHandler handler = new(() => Text("x"));
        ChatDesk desk = new(TestClient.Create(handler));
        Assert.Equal("x", await desk.AskAsync(_conversations, null, "?"));
        Assert.Empty(_store.Rows);
        await Assert.ThrowsAsync<ArgumentException>("key", () => desk.AskAsync(_conversations, "", "?"));
        await Assert.ThrowsAsync<ArgumentException>("key", () => desk.AskAsync(_conversations, " ", "?"));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task FailedCallsLeaveWhatIsStoredAsItWas()
    {
        FakeHandler handler = FakeHandler.Of(
            () => Text("A"), () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400), () => FakeHandler.Json(Replies.Answer("B", "MAX_TOKENS")), () => Text("C"));
        ChatDesk desk = new(TestClient.Create(handler));
        await desk.AskAsync(_conversations, "ann", "a");
        (string Json, int Version) before = _store.Rows["ann"];

        await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => desk.AskAsync(_conversations, "ann", "b"));
        await Assert.ThrowsAsync<GeminiTruncatedException>(() => desk.AskAsync(_conversations, "ann", "b"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.AskAsync(_conversations, "ann", "b", new CancellationToken(true)));
        _store.SaveFault = new IOException("down");
        await Assert.ThrowsAsync<IOException>(() => desk.AskAsync(_conversations, "ann", "b"));
        Assert.Equal(before, _store.Rows["ann"]);

        _store.LoadFault = new IOException("down");
        await Assert.ThrowsAsync<IOException>(() => desk.AskAsync(_conversations, "ann", "b"));
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task TrimmingIsSavedWithTheAnswerOnly()
    {
        FakeHandler handler = FakeHandler.Of(() => Text("A"), () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400), () => Text("B"));
        ChatDesk desk = new(TestClient.Create(handler));
        KeyedConversations small = new(_store, new ConversationTrimming { MaxTokens = 1, KeepLatest = 0 });
        await desk.AskAsync(small, "ann", "a");

        await Assert.ThrowsAsync<GeminiInvalidRequestException>(() => desk.AskAsync(small, "ann", "b"));
        Assert.Equal("b", handler.Requests[1].Prompt);
        Assert.Equal(2, (await small.GetAsync("ann")).Turns.Count);

        await desk.AskAsync(small, "ann", "b");
        Assert.Equal(["b", "B"], (await small.GetAsync("ann")).Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task CallsWithOneKeyRunOneAfterTheOtherAndOthersAtOnce()
    {
        TaskCompletionSource<HttpResponseMessage> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        FakeHandler handler = new((_, _) => first.Task, (_, _) => Task.FromResult(Text("B")));
        ChatDesk desk = new(TestClient.Create(handler));

        Task<string> one = desk.AskAsync(_conversations, "ann", "a");
        Task<string> two = desk.AskAsync(_conversations, "ann", "b");
        Assert.Equal("B", await desk.AskAsync(_conversations, "bob", "c"));
        Assert.False(two.IsCompleted);
        Task removed = _conversations.RemoveAsync("bob");
        await removed;
        first.SetResult(Text("A"));

        Assert.Equal(("A", "B"), (await one, await two));
        Assert.Equal(["a", "A", "b", "B"], (await _conversations.GetAsync("ann")).Turns.Select(turn => turn.Text));
        Assert.Empty((await _conversations.GetAsync("bob")).Turns);
    }

    [Fact]
    public async Task OfTwoProcessesTheLaterOneFails()
    {
        TaskCompletionSource<HttpResponseMessage> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        KeyedConversations elsewhere = new(_store);
        ChatDesk late = new(TestClient.Create(new FakeHandler((_, _) => slow.Task)));
        ChatDesk fast = new(TestClient.Create(new FakeHandler(() => Text("B"))));

        Task<string> loser = late.AskAsync(_conversations, "ann", "a");
        await fast.AskAsync(elsewhere, "ann", "b");
        slow.SetResult(Text("A"));

        await Assert.ThrowsAsync<GeminiConversationConflictException>(() => loser);
        Assert.Equal(["b", "B"], (await _conversations.GetAsync("ann")).Turns.Select(turn => turn.Text));
    }

    [Fact]
    public async Task ARemovedConversationDoesNotComeBack()
    {
        TaskCompletionSource<HttpResponseMessage> slow = new(TaskCreationOptions.RunContinuationsAsynchronously);
        InMemoryConversationStore store = new();
        KeyedConversations conversations = new(store);
        await conversations.UpdateAsync("ann", conversation => conversation.AddUserTurn("old"));
        Task<string> running = new ChatDesk(TestClient.Create(new FakeHandler((_, _) => slow.Task))).AskAsync(conversations, "ann", "a");
        await store.RemoveAsync("ann");
        slow.SetResult(Text("A"));

        await Assert.ThrowsAsync<GeminiConversationConflictException>(() => running);
        Assert.Equal(0, store.Count);
    }

    [Fact]
    public async Task AConversationIsChangedBetweenCalls()
    {
        await _conversations.UpdateAsync("ann", conversation => conversation.AddUserTurn("pinned", isPinned: true));
        await Assert.ThrowsAsync<NotSupportedException>(() => _conversations.UpdateAsync("ann", conversation =>
        {
            conversation.Clear();
            throw new NotSupportedException();
        }));
        Assert.True(Assert.Single((await _conversations.GetAsync("ann")).Turns).IsPinned);
    }

    [Fact]
    public async Task TheStoresTimeIsTheCalls()
    {
        JumpingClock clock = new();
        ChatDesk desk = new(TestClient.Create(new FakeHandler(() => Text("x")), options =>
        {
            options.TimeProvider = clock;
            options.Timeout = TimeSpan.FromSeconds(5);
        }));
        GeminiTimeoutException late = await Assert.ThrowsAsync<GeminiTimeoutException>(() => desk.AskAsync(new KeyedConversations(new SilentStore()), "ann", "a"));
        Assert.Equal(GeminiTimeLimit.Call, late.Limit);
    }

    [Fact]
    public async Task ARenderingShowsTheHistory()
    {
        await _conversations.UpdateAsync("ann", conversation => conversation.AddUserTurn("before"));
        ChatDesk desk = new(TestClient.Create(new FakeHandler(() => Text("x"))));
        Assert.Contains("before", (await desk.RenderAsync(_conversations, "ann", "now")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheMemoryStoreForgetsByTimeAndByNumber()
    {
        Microsoft.Extensions.Time.Testing.FakeTimeProvider clock = new();
        InMemoryConversationStore store = new(new ConversationOptions { Expiration = TimeSpan.FromHours(1), MaxConversations = 2 }, clock);
        KeyedConversations conversations = new(store);
        foreach (string key in (string[])["a", "b", "a", "c"])
        {
            await conversations.UpdateAsync(key, conversation => conversation.AddUserTurn(key));
        }

        Assert.Equal((2, 0, 1), (await CountAsync("a"), await CountAsync("b"), await CountAsync("c")));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(2, await CountAsync("a"));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal((2, 0), (await CountAsync("a"), await CountAsync("c")));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, store.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConversationOptions { Expiration = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConversationOptions { MaxConversations = 0 });

        async Task<int> CountAsync(string key) => (await conversations.GetAsync(key)).Turns.Count;
    }

    [Fact]
    public async Task WhatIsLoadedIsACopy()
    {
        InMemoryConversationStore store = new();
        KeyedConversations conversations = new(store);
        await conversations.UpdateAsync("a", conversation => conversation.AddUserTurn("kept"));
        (await conversations.GetAsync("a")).AddUserTurn("lost");
        Assert.Equal("kept", Assert.Single((await conversations.GetAsync("a")).Turns).Text);
    }

    private static HttpResponseMessage Text(string text) => FakeHandler.Json(Replies.Answer(text));

    private static HttpResponseMessage Answer(string part)
        => new(System.Net.HttpStatusCode.OK) { Content = new StringContent("{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + part + "]},\"finishReason\":\"STOP\"}]}", Encoding.UTF8, "application/json") };

    /// <summary>A database that does not answer.</summary>
    private sealed class SilentStore : IConversationStore
    {
        public async ValueTask<StoredConversation?> LoadAsync(string key, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public ValueTask<bool> TrySaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken = default) => new(true);

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => default;
    }
}
