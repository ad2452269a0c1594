using System.Text.Json;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>Functions that are known at run time only.</summary>
public sealed class ToolSetTests
{
    private const string Schema = """{"type":"object","properties":{"text":{"type":"string"}},"required":["text"]}""";

    [Fact]
    public async Task ASetGivenAsAnArgumentIsOfferedBesideTheMethodsOwnFunctions()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Shout", "{\"text\":\"é\"}"), ("Add", "{\"left\":1}")), Replies.Answer("ok"));

        PromptResult<string> result = await Desk(handler, ToolDesk.Add).AskAsync("?", targets: [new ToolSet(new Shout())]);

        Assert.Equal(["{\"output\":\"É\"}", "{\"output\":2}"], result.ToolCalls.Select(call => call.Response));
        Assert.Contains("{\"name\":\"Add\",", handler.Requests[0].Text, StringComparison.Ordinal);
        Assert.Contains("{\"name\":\"Shout\",\"description\":\"Says it loud\",\"parametersJsonSchema\":" + Schema + "}", handler.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachCallOffersWhatItIsGiven()
    {
        FakeHandler handler = Answers(Replies.Answer("a"), Replies.Answer("b"), Replies.Answer("c"));
        ToolDesk desk = Desk(handler);

        await desk.AskAsync("?", targets: [new ToolSet(new Shout())]);
        await desk.AskAsync("?", targets: [new ToolSet(new Shout("Other")), new ToolSet(new Shout("Third"))]);
        await desk.AskAsync("?", targets: [null!, new ToolSet()]);

        Assert.Equal([true, false, false], handler.Requests.Select(request => request.Text.Contains("\"Shout\"", StringComparison.Ordinal)));
        Assert.Equal([false, true, false], handler.Requests.Select(request => request.Text.Contains("\"Third\"", StringComparison.Ordinal)));
        Assert.DoesNotContain("tools", handler.Requests[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnExceptionIsToldToTheModelAndNothingIsDone()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Shout", "{\"text\":\"boom\"}"), ("Shout", "{\"text\":\"\"}")), Replies.Answer("ok"));

        PromptResult<string> result = await Desk(handler).AskAsync("?", targets: [new ToolSet(new Shout())]);

        Assert.Equal(["{\"error\":\"Too loud.\"}", "{\"output\":\"Done.\"}"], result.ToolCalls.Select(call => call.Response));
    }

    [Fact]
    public async Task ApprovalIsAskedForOrNothingIsSent()
    {
        FakeHandler handler = Answers(ToolDesk.Calls(("Shout", "{\"text\":\"a\"}")), Replies.Answer("ok"));
        object[] targets = [new ToolSet(new Shout(requiresApproval: true))];

        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => Desk(handler).AskAsync("?", targets: targets));
        Assert.Contains("Shout", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);

        PromptResult<string> result = await Desk(handler).AskAsync("?", approval: (_, _) => new(ToolDecision.Deny()), targets: targets);
        Assert.True(Assert.Single(result.ToolCalls).IsDenied);
    }

    [Fact]
    public async Task TwoFunctionsOfOneNameAreRefusedBeforeAnythingIsSent()
    {
        Assert.Contains("'Shout'", Assert.Throws<ArgumentException>(() => new ToolSet(new Shout(), new Shout())).Message, StringComparison.Ordinal);

        FakeHandler handler = Answers(Replies.Answer("ok"));
        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(
            () => Desk(handler, ToolDesk.Add).AskAsync("?", targets: [new ToolSet(new Shout("Add"))]));
        Assert.Contains("IDesk.AskAsync offers two functions called Add", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("get weather")]
    [InlineData("Größe")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123456")]
    public void ANameTheApiRefusesIsRefusedWithTheCure(string name)
        => Assert.Contains("Give the function another name.", Assert.Throws<ArgumentException>(() => new ToolSet(new Shout(name))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task FunctionsOfGeneratedCodeAreBoundToTheirObject()
    {
        List<object> targets = [];
        PromptTool tool = ToolDesk.Tool("Keep", call =>
        {
            targets.Add(call.Target<List<object>>());
            string text = call.Required("text", ToolContext.Default.String);
            call.CheckArguments();
            call.Return(text, ToolContext.Default.String);
            return default;
        });
        ToolFunction function = Assert.Single(PromptTools.Bind(targets, tool));

        JsonElement? result = await function.InvokeAsync(JsonDocument.Parse("{\"text\":\"x\"}").RootElement, null, CancellationToken.None);

        Assert.Equal("x", result?.GetString());
        Assert.Same(targets, Assert.Single(targets));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await function.InvokeAsync(JsonDocument.Parse("{}").RootElement, null, CancellationToken.None));
    }

    private static ToolDesk Desk(FakeHandler handler, params PromptTool[] tools) => new(TestClient.Create(handler), ToolDesk.Set(tools));

    private static FakeHandler Answers(params string[] bodies) => FakeHandler.Of([.. bodies.Select(body => (Func<HttpResponseMessage>)(() => FakeHandler.Json(body)))]);

    private sealed class Shout(string name = "Shout", bool requiresApproval = false) : ToolFunction
    {
        public override string Name => name;

        public override string Description => "Says it loud";

        public override JsonElement ParametersSchema => JsonDocument.Parse(Schema).RootElement;

        public override bool RequiresApproval => requiresApproval;

        public override ValueTask<JsonElement?> InvokeAsync(JsonElement arguments, IServiceProvider? services, CancellationToken cancellationToken)
        {
            string text = arguments.GetProperty("text").GetString()!;
            return text.Length == 0 ? default
                : text == "boom" ? throw new InvalidOperationException("Too loud.")
                : new(JsonSerializer.SerializeToElement(text.ToUpperInvariant(), ToolContext.Default.String));
        }
    }
}
