using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>Functions the model calls.</summary>
public sealed class ToolTests
{
    private const string User = "{\"role\":\"user\",\"parts\":[{\"text\":\"?\"}]}";
    private const string Declarations =
        "\"tools\":[{\"functionDeclarations\":[{\"name\":\"Add\",\"description\":\"Does \\\"Add\\\".\",\"parametersJsonSchema\":{\"type\":\"object\"}}]}]";

    [Fact]
    public async Task AFunctionIsCalledAndItsResultSentBackWithTheTurnAsItCame()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Add", "{\"left\":2,\"right\":3}")), Replies.Answer("5"));

        PromptResult<string> result = await Desk(handler).AskAsync("?");

        Assert.Equal("{\"contents\":[" + User + "]," + Declarations + "}", handler.Requests[0].Text);
        Assert.Equal(
            "{\"contents\":[" + User +
            ",{\"role\":\"model\",\"parts\":[{\"functionCall\": {\"id\":\"c0\",\"name\":\"Add\",\"args\":{\"left\":2,\"right\":3}},\"thoughtSignature\":\"c2ln0\"}]}" +
            ",{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"id\":\"c0\",\"name\":\"Add\",\"response\":{\"output\":5}}}]}]," + Declarations + "}",
            handler.Requests[1].Text);
        Assert.Equal(("5", 2, 2), (result.Value, result.Rounds, result.Attempts));
        Assert.Equal(new UsageMetadata { PromptTokenCount = 13, CandidatesTokenCount = 4, ThoughtsTokenCount = 31, TotalTokenCount = 48 }, result.Usage);
        ToolCall call = Assert.Single(result.ToolCalls);
        Assert.Equal(("c0", "Add({\"left\":2,\"right\":3})", "{\"output\":5}", 1), (call.Id, call.ToString(), call.Response, call.Round));
    }

    [Fact]
    public async Task AConversationKeepsEveryTurnOfIt()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Add", "{\"left\":2}")), Replies.Answer("3"), Replies.Answer("Bye"));
        ToolDesk desk = Desk(handler);
        Conversation conversation = new();

        await desk.AskAsync("?", conversation);
        await desk.AskAsync("Thanks", conversation);

        Assert.Equal([false, true, false, false], conversation.Turns.Take(4).Select(turn => turn.CallsFunctions));
        Assert.Equal(6, conversation.Turns.Count);
        Assert.StartsWith(handler.Requests[1].Text[..handler.Requests[1].Text.IndexOf("],\"tools\"", StringComparison.Ordinal)], handler.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallsOfOneTurnRunAtOnceAndAnswerInTheirOrder()
    {
        TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        PromptTool waits = ToolDesk.Tool("Waits", async _ => await second.Task);
        PromptTool frees = ToolDesk.Tool("Frees", call =>
        {
            second.SetResult();
            call.Return("free", ToolContext.Default.String);
            return default;
        });
        FakeHandler handler = Answers(ToolDesk.Calls(("Waits", "{}"), ("Frees", "{}")), Replies.Answer("ok"));

        PromptResult<string> result = await Desk(handler, waits, frees).AskAsync("?");

        Assert.Equal(["{\"output\":\"Done.\"}", "{\"output\":\"free\"}"], result.ToolCalls.Select(call => call.Response));
        Assert.Contains("{\"id\":\"c0\",\"name\":\"Waits\",\"response\":{\"output\":\"Done.\"}}},{\"functionResponse\":{\"id\":\"c1\"", handler.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "The argument 'left' is missing.")]
    [InlineData("{\"left\":null}", "The argument 'left' is missing.")]
    [InlineData("{\"left\":\"two\"}", "The argument 'left' cannot be read")]
    public async Task WrongArgumentsAreToldToTheModel(string arguments, string error)
    {
        PromptResult<string> result = await Desk(Answers(ToolDesk.Calls(("Add", arguments)), Replies.Answer("ok"))).AskAsync("?");
        Assert.StartsWith("{\"error\":\"" + error, result.ToolCalls[0].Response, StringComparison.Ordinal);
        Assert.NotNull(result.ToolCalls[0].Error);
    }

    [Fact]
    public async Task AFunctionThatDoesNotExistIsToldToTheModel()
    {
        PromptResult<string> result = await Desk(Answers(ToolDesk.Calls(("Other", "{}")), Replies.Answer("ok"))).AskAsync("?");
        Assert.Equal("{\"error\":\"There is no function 'Other'.\"}", result.ToolCalls[0].Response);
    }

    [Theory]
    [InlineData(ToolErrorHandling.Report, "{\"error\":\"boom \\\"x\\\"\"}")]
    [InlineData(ToolErrorHandling.ReportWithoutDetails, "{\"error\":\"The function failed.\"}")]
    public async Task AnExceptionIsReported(ToolErrorHandling handling, string response)
    {
        using ListLoggerFactory loggers = new();
        FakeHandler handler = Answers(ToolDesk.Calls(("Fails", "{}")), Replies.Answer("ok"));
        ToolDesk desk = new(TestClient.Create(handler, null, loggers), new PromptToolSet(3, handling, false, Failing));

        PromptResult<string> result = await desk.AskAsync("?");

        Assert.Equal((response, "boom \"x\""), (result.ToolCalls[0].Response, result.ToolCalls[0].Error!.Message));
        Assert.Contains(loggers.Entries, entry => entry.Text.Contains("Fails", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnExceptionEndsTheCallWhereThatIsAskedFor()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Fails", "{}")), Replies.Answer("ok"));
        ToolDesk desk = new(TestClient.Create(handler), new PromptToolSet(3, ToolErrorHandling.Throw, false, Failing));
        Conversation conversation = new();

        GeminiToolException error = await Assert.ThrowsAsync<GeminiToolException>(() => desk.AskAsync("?", conversation));

        Assert.IsType<NotSupportedException>(error.InnerException);
        Assert.Single(error.ToolCalls);
        Assert.Single(handler.Requests);
        Assert.Empty(conversation.Turns);
    }

    [Fact]
    public async Task RoundsHaveALimit()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Add", "{\"left\":1}")));
        GeminiToolException error = await Assert.ThrowsAsync<GeminiToolException>(() => Desk(handler).AskAsync("?"));
        Assert.Equal((4, 3), (handler.Requests.Count, error.ToolCalls.Count));
        Assert.Contains("MaxRounds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeniedCallIsToldToTheModelAndDoesNotRun()
    {
        List<string> asked = [];
        int runs = 0;
        PromptTool guarded = ToolDesk.Tool("Guarded", _ => { runs++; return default; }, requiresApproval: true);
        FakeHandler handler = Answers(ToolDesk.Calls(("Guarded", "{\"n\":1}"), ("Add", "{\"left\":1}")), ToolDesk.Calls(("Guarded", "{\"n\":2}")), Replies.Answer("ok"));

        PromptResult<string> result = await Desk(handler, guarded, ToolDesk.Add).AskAsync("?", approval: (call, _) =>
        {
            asked.Add(call.ToString());
            return new(asked.Count == 1 ? ToolDecision.Deny("not now") : ToolDecision.Approve);
        });

        Assert.Equal(["Guarded({\"n\":1})", "Guarded({\"n\":2})"], asked);
        Assert.Equal(1, runs);
        Assert.Equal((true, "{\"error\":\"The user did not allow this call: not now\"}"), (result.ToolCalls[0].IsDenied, result.ToolCalls[0].Response));
        Assert.Equal("{\"output\":2}", result.ToolCalls[1].Response);
        Assert.Equal([1, 1, 2], result.ToolCalls.Select(call => call.Round));
    }

    [Fact]
    public async Task NothingIsSentThatNobodyCouldAllow()
    {
        FakeHandler handler = Answers(Replies.Answer("ok"));
        PromptTool guarded = ToolDesk.Tool("Guarded", _ => default, requiresApproval: true);
        await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(handler, guarded).AskAsync("?"));
        Assert.Empty(handler.Requests);

        ToolDesk withOptions = new(TestClient.Create(handler, options => options.ToolApproval = (_, _) => new(ToolDecision.Approve)), ToolDesk.Set(guarded));
        Assert.Equal("ok", (await withOptions.AskAsync("?")).Value);
    }

    [Fact]
    public async Task NothingIsSentWithAFunctionThatHasNoInstance()
    {
        PromptTool uses = new("Uses", null, null, requiresApproval: false, call => { call.Target<Scoped>(); return default; }, target: typeof(Scoped));
        await using ServiceProvider empty = new ServiceCollection().BuildServiceProvider();
        foreach (IServiceProvider? services in (IServiceProvider?[])[null, new ToolInstances("other"), empty])
        {
            FakeHandler handler = Answers(Replies.Answer("ok"));
            var error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(handler, uses).AskAsync("?", services: services));
            Assert.Contains("no instance of it", error.Message, StringComparison.Ordinal);
            Assert.Contains("No request was sent", error.Message, StringComparison.Ordinal);
            Assert.Empty(handler.Requests);
        }

        // Asked for only, and not made: a scoped service must not come from the root.
        await using ServiceProvider scoped = new ServiceCollection().AddScoped<Scoped>(_ => throw new InvalidOperationException()).BuildServiceProvider(validateScopes: true);
        Assert.Equal("ok", (await Desk(Answers(Replies.Answer("ok")), uses).AskAsync("?", services: scoped)).Value);
        Assert.Equal("ok", (await Desk(Answers(Replies.Answer("ok")), uses).AskAsync("?", services: new ToolInstances(new Scoped()))).Value);
        Assert.Equal("ok", (await Desk(Answers(Replies.Answer("ok")), uses).AskAsync("?", targets: [new Scoped()])).Value);
    }

    [Theory]
    [InlineData("{\"a\":7}", "The arguments do not fit: $.x must be at most 5.")]
    [InlineData("{\"a\":1,\"b\":7}", "The arguments do not fit: $.x must be at most 5.")]
    [InlineData("{\"a\":7,\"b\":8}", "The arguments do not fit: $.x must be at most 5; $.x must be at most 5.")]
    [InlineData("{\"b\":7}", "The argument 'a' is missing. The arguments do not fit: $.x must be at most 5.")]
    public async Task AllThatIsWrongWithArgumentsIsToldToTheModelAndTheFunctionNotCalled(string arguments, string told)
    {
        int runs = 0;
        PromptTool picky = ToolDesk.Tool("Picky", call =>
        {
            call.Required("a", ToolContext.Default.Int32, check: Check);
            call.Optional("b", ToolContext.Default.Int32, 99, allowsNull: false, check: Check);
            call.CheckArguments();
            runs++;
            return default;
        });
        FakeHandler handler = Answers(ToolDesk.Calls(("Picky", arguments), ("Picky", "{\"a\":1}")), Replies.Answer("ok"));
        PromptResult<string> result = await Desk(handler, picky).AskAsync("?");

        Assert.Equal(["{\"error\":\"" + told + "\"}", "{\"output\":\"Done.\"}"], result.ToolCalls.Select(call => call.Response));
        Assert.Equal(1, runs);

        static void Check(int value, PromptViolations found)
        {
            if (value > 5)
            {
                found.Add("x", "must be at most 5", value);
            }
        }
    }

    [Fact]
    public async Task EveryUnreadableArgumentIsTold()
    {
        PromptTool picky = ToolDesk.Tool("Picky", call =>
        {
            call.Required("a", ToolContext.Default.Int32);
            call.Optional("b", ToolContext.Default.Int32, 1, allowsNull: false);
            call.CheckArguments();
            return default;
        });
        PromptResult<string> result = await Desk(Answers(ToolDesk.Calls(("Picky", "{\"a\":\"x\",\"b\":\"y\"}")), Replies.Answer("ok")), picky).AskAsync("?");

        Assert.Contains("'a' cannot be read", result.ToolCalls[0].Response, StringComparison.Ordinal);
        Assert.Contains("'b' cannot be read", result.ToolCalls[0].Response, StringComparison.Ordinal);
        Assert.IsType<System.Text.Json.JsonException>(result.ToolCalls[0].Error!.InnerException);
    }

    [Fact]
    public async Task InstancesComeFromArgumentsThenServicesInAScopeOfTheCall()
    {
        List<object> seen = [];
        PromptTool uses = ToolDesk.Tool("Uses", call =>
        {
            seen.Add(call.Target<Scoped>());
            seen.Add(call.Service<Scoped>());
            return default;
        });
        await using ServiceProvider services = new ServiceCollection().AddScoped<Scoped>().BuildServiceProvider(validateScopes: true);
        FakeHandler handler = Answers(ToolDesk.Calls(("Uses", "{}")), ToolDesk.Calls(("Uses", "{}")), Replies.Answer("ok"));

        await Desk(handler, uses).AskAsync("?", services: services);
        Assert.Same(seen[0], seen[1]);
        Assert.NotSame(seen[0], seen[2]);
        Assert.All(seen.Cast<Scoped>(), scoped => Assert.True(scoped.IsDisposed));

        seen.Clear();
        using Scoped own = new();
        await Desk(Answers(ToolDesk.Calls(("Uses", "{}")), Replies.Answer("ok")), uses).AskAsync("?", services: new ToolInstances(own), targets: [own]);
        Assert.All(seen, scoped => Assert.Same(own, scoped));

        GeminiConfigurationException missing = await Assert.ThrowsAsync<GeminiConfigurationException>(
            () => Desk(Answers(ToolDesk.Calls(("Uses", "{}")), Replies.Answer("ok")), uses).AskAsync("?"));
        Assert.Contains("Scoped", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingReachesTheFunction()
    {
        using CancellationTokenSource source = new();
        PromptTool waits = ToolDesk.Tool("Waits", async call =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
        });
        FakeHandler handler = Answers(ToolDesk.Calls(("Waits", "{}")), Replies.Answer("ok"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Desk(handler, waits).AskAsync("?", cancellationToken: source.Token));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task AFunctionCannotWaitForTheConversationItIsCalledFrom()
    {
        Conversation conversation = new();
        ChatDesk chat = new(TestClient.Create(Answers(Replies.Answer("inner"))));
        PromptTool asks = ToolDesk.Tool("Asks", async call => call.Return(await chat.AskAsync(conversation, "?"), ToolContext.Default.String));
        PromptTool forks = ToolDesk.Tool("Forks", async call => call.Return(await chat.AskAsync(conversation.Fork(), "?"), ToolContext.Default.String));

        PromptResult<string> result = await Desk(Answers(ToolDesk.Calls(("Asks", "{}"), ("Forks", "{}")), Replies.Answer("ok")), asks, forks).AskAsync("?", conversation);

        Assert.IsType<InvalidOperationException>(result.ToolCalls[0].Error);
        Assert.Equal("{\"output\":\"inner\"}", result.ToolCalls[1].Response);
        Assert.Equal("inner", await chat.AskAsync(conversation, "?"));
    }

    [Fact]
    public async Task AnApprovalCannotWaitForTheConversationItIsAskedFrom()
    {
        Conversation conversation = new();
        ChatDesk chat = new(TestClient.Create(Answers(Replies.Answer("inner")), ShortOfTime));
        PromptTool guarded = ToolDesk.Tool("Guarded", _ => default, requiresApproval: true);
        FakeHandler handler = Answers(ToolDesk.Calls(("Guarded", "{}")), Replies.Answer("ok"));
        ToolDesk desk = new(TestClient.Create(handler), ToolDesk.Set(guarded));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.AskAsync("?", conversation, approval: async (_, token) =>
        {
            await chat.AskAsync(conversation, "May I?", token);
            return ToolDecision.Approve;
        }));

        Assert.Contains("Fork", error.Message, StringComparison.Ordinal);
        Assert.Empty(conversation.Turns);
        Assert.Equal("inner", await chat.AskAsync(conversation, "?"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFunctionOfAFunctionCannotWaitForTheOuterConversation(bool hasOwnConversation)
    {
        Conversation outer = new();
        ChatDesk chat = new(TestClient.Create(Answers(Replies.Answer("inner")), ShortOfTime));
        PromptTool asks = ToolDesk.Tool("Asks", async call => call.Return(await chat.AskAsync(outer, "?"), ToolContext.Default.String));
        ToolDesk between = Desk(Answers(ToolDesk.Calls(("Asks", "{}")), Replies.Answer("between")), asks);
        PromptResult<string>? inner = null;
        PromptTool delegates = ToolDesk.Tool("Delegates", async _ => inner = await between.AskAsync("?", hasOwnConversation ? new Conversation() : null));

        await Desk(Answers(ToolDesk.Calls(("Delegates", "{}")), Replies.Answer("ok")), delegates).AskAsync("?", outer);

        Assert.IsType<InvalidOperationException>(inner!.ToolCalls[0].Error);
        Assert.Equal("between", inner.Value);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task WhatIsMadeForAFunctionIsDisposedAfterIt(bool isAsync, bool fails)
    {
        List<string> seen = [];
        PromptTool uses = ToolDesk.Tool("Uses", call =>
        {
            object _ = isAsync ? call.Target(() => new AsyncMade(seen)) : call.Target(() => new Made(seen));
            lock (seen)
            {
                seen.Add("called");
            }

            return fails ? throw new NotSupportedException("no") : default;
        });

        PromptResult<string> result = await Desk(Answers(ToolDesk.Calls(("Uses", "{}"), ("Uses", "{}")), Replies.Answer("ok")), uses).AskAsync("?");

        Assert.Equal(fails, result.ToolCalls[0].Error is not null);
        Assert.Equal(["called", "called", "disposed", "disposed"], seen.Order());
    }

    [Fact]
    public async Task WhatIsGivenToAFunctionStaysItsOwners()
    {
        List<string> seen = [];
        Made own = new(seen);
        await using ServiceProvider services = new ServiceCollection().AddSingleton(own).BuildServiceProvider();
        PromptTool uses = ToolDesk.Tool("Uses", call =>
        {
            Assert.Same(own, call.Target(() => new Made(seen)));
            return default;
        });

        await Desk(Answers(ToolDesk.Calls(("Uses", "{}")), Replies.Answer("ok")), uses).AskAsync("?", services: services);
        await Desk(Answers(ToolDesk.Calls(("Uses", "{}")), Replies.Answer("ok")), uses).AskAsync("?", targets: [own]);

        Assert.Empty(seen);
    }

    [Fact]
    public async Task EachRoundIsRetried()
    {
        JumpingClock clock = new();
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Json(ToolDesk.Calls(("Add", "{\"left\":1}"))), () => FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503), () => FakeHandler.Json(Replies.Answer("2")));
        ToolDesk desk = new(TestClient.Create(handler, TestClient.Unlimited(clock)), ToolDesk.Set(ToolDesk.Add));
        PromptResult<string> result = await desk.AskAsync("?");
        Assert.Equal((2, 3, 1, 1), (result.Rounds, result.Attempts, result.AttemptErrors.Count, result.ToolCalls.Count));
    }

    [Fact]
    public async Task ACutTurnIsNotActedUpon()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Add", "{\"left\":1}")).Replace("STOP", "MAX_TOKENS", StringComparison.Ordinal));
        PromptResult<string> result = await Desk(handler).AskAsync("?");
        Assert.Equal((PromptOutcome.Truncated, 0), (result.Outcome, result.ToolCalls.Count));
    }

    [Fact]
    public async Task AStreamGoesOnAfterTheFunctions()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(Replies.Chunk("Let me "), Replies.Chunk("see. "), ToolDesk.Calls(("Add", "{\"left\":1}"))),
            () => FakeHandler.Events(ToolDesk.Calls(("Add", "{\"left\":2}"))),
            () => FakeHandler.Events(Replies.Chunk("It is "), Replies.Answer("3.")));
        Conversation conversation = new();
        PromptStream<string> stream = Desk(handler).Stream("?", conversation);

        (List<string> items, Exception? error) = await Collect.AllAsync(stream);

        Assert.Null(error);
        Assert.Equal("Let me see. It is 3.", string.Concat(items));
        PromptCompletion completion = await stream.Completion;
        Assert.Equal((3, 2, 3), (completion.Rounds, completion.ToolCalls.Count, completion.Attempts));
        Assert.Equal(18, completion.Usage.PromptTokenCount);
        Assert.Contains("{\"role\":\"model\",\"parts\":[{\"text\":\"Let me see. \"}," + ToolDesk.Parts(("Add", "{\"left\":1}")) + "]},{\"role\":\"user\"", handler.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal(6, conversation.Turns.Count);
        Assert.Equal("It is 3.", conversation.Turns[^1].Text);
        Assert.All(conversation.Turns, turn => JsonDocument.Parse(turn.Content).Dispose());
    }

    [Fact]
    public async Task AStreamThatFailsBetweenRoundsFreesTheConversation()
    {
        FakeHandler handler = FakeHandler.Of(
            () => FakeHandler.Events(ToolDesk.Calls(("Add", "{\"left\":1}"))), () => FakeHandler.Json(Replies.Error(400, "INVALID_ARGUMENT"), 400), () => FakeHandler.Json(Replies.Answer("ok")));
        Conversation conversation = new();
        ToolDesk desk = Desk(handler);
        Assert.IsAssignableFrom<GeminiApiException>((await Collect.AllAsync(desk.Stream("?", conversation))).Error);
        Assert.Empty(conversation.Turns);
        Assert.Equal("ok", (await desk.AskAsync("?", conversation)).Value);
    }

    private static PromptTool Failing { get; } = ToolDesk.Tool("Fails", _ => throw new NotSupportedException("boom \"x\""));

    private static ToolDesk Desk(FakeHandler handler, params PromptTool[] tools) => new(TestClient.Create(handler), ToolDesk.Set(tools.Length == 0 ? [ToolDesk.Add] : tools));

    // Only ever used up where a call waits for itself.
    private static void ShortOfTime(GeminiOptions options) => options.Timeout = TimeSpan.FromSeconds(5);

    private static FakeHandler Answers(params string[] bodies) => FakeHandler.Of([.. bodies.Select(body => (Func<HttpResponseMessage>)(() => FakeHandler.Json(body)))]);

    private sealed class Made(List<string> seen) : IDisposable
    {
        public void Dispose()
        {
            lock (seen)
            {
                seen.Add("disposed");
            }
        }
    }

    /// <summary>Can be disposed in both ways; once is enough.</summary>
    private sealed class AsyncMade(List<string> seen) : IDisposable, IAsyncDisposable
    {
        public void Dispose() => throw new InvalidOperationException();

        public ValueTask DisposeAsync()
        {
            lock (seen)
            {
                seen.Add("disposed");
            }

            return default;
        }
    }

    private sealed class Scoped : IDisposable
    {
        internal bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
