using Bounds;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Emulated;

/// <summary>Annotations of parameters: the caller's arguments are held against them before anything is sent, the model's before a function is called.</summary>
public sealed class ArgumentTests : EmulatedTest
{
    private static readonly Guid Id = new("0e3ad9b1-6ef2-4b35-9f39-6f1f8a7c3a11");
    private readonly Orders _orders = new();

    private ArgumentDesk Desk => new(Client("IArgumentDesk", GeminiModels.Gemini38Flash), new KeyedConversations(), new ToolInstances(_orders));

    [Fact]
    public async Task Arguments_in_their_bounds_are_sent()
    {
        await Desk.RateAsync(new string('x', 20), 5, tone: "warm");
        await Desk.RateAsync("", 1);
        await foreach (string _ in Desk.Name(["a", "b", "c"], 0.99, "ab", Mood.Calm, Id, "a"))
        {
        }

        await foreach (string _ in Desk.Name(["a"], null, "0123456789", null, Id, "a"))
        {
        }

        Assert.Equal(4, Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("feedback", "The argument must have at most 20 characters, and has 21. Nothing was sent.")]
    [InlineData("code", "The argument must match [A-Z]{2}-[0-9]{2}. Nothing was sent.")]
    [InlineData("tone", "The argument must be one of warm, cold. Nothing was sent.")]
    public async Task A_text_out_of_its_bounds_is_told_without_it(string parameter, string message)
    {
        string Text(string name, string value) => parameter == name ? value : name == "code" ? "AB-12" : "warm";
        Task<string> Call() => Desk.RateAsync(Text("feedback", "secret-secret-secret!"), 3, Text("code", "AB-12 secret"), Text("tone", "secret"));
        Task<RenderedPrompt> Render() => Desk.RenderRateAsync(Text("feedback", "secret-secret-secret!"), 3, Text("code", "AB-12 secret"), Text("tone", "secret"));

        foreach (Func<Task> call in (Func<Task>[])[Call, Render])
        {
            ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(parameter, call);
            Assert.Equal($"{message} (Parameter '{parameter}')", exception.Message);
        }

        Assert.Empty(Emulator.Requests);
    }

    [Theory]
    [InlineData(0, "at least 1")]
    [InlineData(6, "at most 5")]
    public async Task A_number_out_of_its_range(int stars, string bound)
    {
        ArgumentOutOfRangeException exception = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(nameof(stars), () => Desk.RateAsync("a", stars));

        Assert.Equal($"The argument must be {bound}. Nothing was sent. (Parameter 'stars')", exception.Message);
        Assert.Null(exception.ActualValue);
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public void Streams_refuse_before_they_are_read()
    {
        string[] one = ["a"];
        Assert.Contains("at least 1 element, and has 0", Assert.Throws<ArgumentException>("names", () => Desk.Name([], null, "ab", null, Id, one)).Message, StringComparison.Ordinal);
        Assert.Contains("at most 3 elements, and has 4", Assert.Throws<ArgumentException>("names", () => Desk.Name(["", "", "", ""], null, "ab", null, Id, one)).Message, StringComparison.Ordinal);
        Assert.Contains("less than 1", Assert.Throws<ArgumentOutOfRangeException>("share", () => Desk.Name(one, 1, "ab", null, Id, one)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("title", () => Desk.Name(one, null, null, null, Id, one));
        Assert.Contains("must not be empty", Assert.Throws<ArgumentException>("title", () => Desk.Name(one, null, "   ", null, Id, one)).Message, StringComparison.Ordinal);
        Assert.Contains("at least 2 characters, and has 1", Assert.Throws<ArgumentException>("title", () => Desk.Name(one, null, "a", null, Id, one)).Message, StringComparison.Ordinal);
        Assert.Contains("one of Good, Calm", Assert.Throws<ArgumentException>("mood", () => Desk.Name(one, null, "ab", Mood.Bad, Id, one)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("id", () => Desk.Name(one, null, "ab", null, null, one));
        Assert.Throws<ArgumentException>("request", () => Desk.Name(one, null, "ab", null, Id));
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task Keys_and_texts_to_embed_have_bounds_too()
    {
        await Assert.ThrowsAsync<ArgumentException>("key", () => Desk.FindAsync("AB-12", "123456789"));
        await Assert.ThrowsAsync<ArgumentException>("code", () => Desk.FindAsync("AB", "1"));
        await Assert.ThrowsAsync<ArgumentException>("text", () => Desk.EmbedAsync(new string('x', 21)));
        Assert.Empty(Emulator.Requests);
    }

    [Fact]
    public async Task The_model_is_told_the_bounds_of_a_function()
    {
        RenderedPrompt prompt = await Desk.RenderAskAsync("?");

        JsonAssert.Equal("""{"type":"integer","minimum":1,"maximum":3}""", JsonAssert.At(prompt.Json, "tools", 0, "functionDeclarations", 0, "parametersJsonSchema", "properties", "call"));
        JsonAssert.Equal("""{"type":"integer","description":"How often.","minimum":1,"maximum":9}""", JsonAssert.At(
            prompt.Json, "tools", 0, "functionDeclarations", 0, "parametersJsonSchema", "properties", "order", "properties", "lines", "items", "properties", "count"));
        JsonAssert.Equal("""["country","order","name"]""", JsonAssert.At(prompt.Json, "tools", 0, "functionDeclarations", 0, "parametersJsonSchema", "required"));
        JsonAssert.Equal("""{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":2}""", JsonAssert.At(
            prompt.Json, "tools", 0, "functionDeclarations", 1, "parametersJsonSchema", "properties", "ids"));
    }

    [Fact]
    public async Task Arguments_of_the_model_in_their_bounds_reach_the_function()
    {
        Emulator.Script(EmulatorFault.FunctionCalls(
            new EmulatedCall("Place", """{"country":"NO","order":{"lines":[{"sku":"tea","count":9}],"note":"12345"},"way":"sea","name":"Ada"}"""),
            new EmulatedCall("Count", """{"ids":["1"],"prefix":"abc"}""")));

        PromptResult<string> result = await Desk.AskAsync("?");

        Assert.Equal(["NO tea*9 0 sea Ada", "abc 1"], _orders.Placed.Order(StringComparer.Ordinal));
        Assert.All(result.ToolCalls, call => Assert.Null(call.Error));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_to_the_model_and_the_function_is_not_called()
    {
        Emulator.Script(
            EmulatorFault.FunctionCalls(
                new EmulatedCall("Place", """{"country":"no","order":{"lines":[{"sku":"tea","count":9},{"sku":"T","count":0}],"note":"123456"},"call":4,"way":"rail","name":" "}"""),
                new EmulatedCall("Place", """{"order":{"lines":[],"note":null},"call":null}""")),
            EmulatorFault.FunctionCall("Count", """{"ids":["1","2","3"],"prefix":"a"}"""));

        PromptResult<string> result = await Desk.AskAsync("?");

        Assert.Empty(_orders.Placed);
        JsonAssert.Equal(
            """
            {"error":"The arguments do not fit: $.country must match [A-Z]{2}; $.order.lines[1].sku must match [a-z]+; $.order.lines[1].count must be at least 1; $.order.note must have at most 5 characters; $.call must be at most 3; $.way must be one of air, sea; $.name must not be empty."}
            """,
            result.ToolCalls[0].Response!);
        Assert.Equal(
            """{"error":"The argument 'country' is missing. The argument 'name' is missing. The arguments do not fit: $.order.lines must have at least 1 element."}""".Replace("'", "\\u0027", StringComparison.Ordinal),
            result.ToolCalls[1].Response!.Replace("'", "\\u0027", StringComparison.Ordinal));
        Assert.Contains("$.ids must have at most 2 elements; $.prefix must have at least 2 characters", result.ToolCalls[2].Response, StringComparison.Ordinal);
    }

    private sealed class Orders : IOrderDesk
    {
        public List<string> Placed { get; } = [];

        public string Place(string country, NewOrder order, int call, string? way, string? name)
            => Add(FormattableString.Invariant($"{country} {string.Join(",", order.Lines.Select(line => line.Sku + "*" + line.Count))} {call} {way} {name}"));

        public int Count(string[] ids, string prefix) => Add(prefix + " " + ids.Length).Length;

        private string Add(string text)
        {
            lock (Placed)
            {
                Placed.Add(text);
            }

            return text;
        }
    }
}
