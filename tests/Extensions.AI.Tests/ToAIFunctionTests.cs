using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Extensions.AI.Tests;

/// <summary>Our functions, called by the chat client that calls functions.</summary>
public sealed class ToAIFunctionTests
{
    private readonly WeatherTools _weather = new();

    [Fact]
    public void A_function_is_described_by_what_the_compiler_wrote()
    {
        AIFunction function = Functions().Single(function => function.Name == "GetForecast");

        Assert.Equal("The forecast of a city.", function.Description);
        Assert.Equal(
            """{"type":"object","properties":{"city":{"type":"string","description":"The city's name. (at most 20 characters)"},"days":{"type":"integer","description":"1 to 7","minimum":1,"maximum":7},"unit":{"anyOf":[{"type":"string","description":"An argument.","enum":["Celsius","Fahrenheit"]},{"type":"null"}]}},"required":["city"]}""",
            function.JsonSchema.GetRawText());
        Assert.Equal("array", function.ReturnJsonSchema!.Value.GetProperty("properties").GetProperty("temperatures").GetProperty("type").GetString());
        Assert.Equal("""{"type":"object","properties":{}}""", Functions().Single(function => function.Name == "GetTime").JsonSchema.GetRawText());
    }

    [Fact]
    public async Task It_is_called_with_the_arguments_of_the_model_and_its_result_sent_back()
    {
        using ScriptedChatClient model = new([Call("1", "GetForecast", ("city", Json("\"Bergen\"")), ("days", Json("2")), ("unit", Json("\"Celsius\"")))], [new TextContent("Rain.")]);

        ChatResponse response = await AskAsync(model);

        Assert.Equal("Rain.", response.Text);
        Assert.Equal("Bergen 2 Celsius", Assert.Single(_weather.Asked));
        Assert.Equal("""{"city":"Bergen","temperatures":[7,8],"note":null}""", Result(model).ToString());
    }

    [Fact]
    public async Task Values_that_are_no_json_and_arguments_left_out_are_read_too()
    {
        AIFunction function = Functions()[0];

        await function.InvokeAsync(new AIFunctionArguments { ["city"] = "Oslo", ["days"] = 1 });
        await function.InvokeAsync(new AIFunctionArguments { ["city"] = "Oslo", ["unit"] = null });

        Assert.Equal(["Oslo 1 ", "Oslo 3 "], _weather.Asked);
    }

    [Theory]
    [InlineData("{}", "The argument 'city' is missing.")]
    [InlineData("""{"city":7}""", "The argument 'city' cannot be read")]
    [InlineData("""{"city":"Llanfairpwllgwyngyllgogerych","days":8}""", "The arguments do not fit: $.city must have at most 20 characters; $.days must be at most 7.")]
    public async Task Arguments_that_do_not_fit_are_told(string arguments, string error)
    {
        AIFunctionArguments values = [];
        foreach (JsonProperty argument in Json(arguments).EnumerateObject())
        {
            values[argument.Name] = argument.Value;
        }

        ArgumentException exception = await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Functions()[0].InvokeAsync(values));

        Assert.StartsWith(error, exception.Message, StringComparison.Ordinal);
        Assert.Empty(_weather.Asked);
    }

    [Fact]
    public async Task Services_come_with_the_call()
    {
        using ScriptedChatClient model = new([Call("1", "GetTime")], [new TextContent("Noon.")]);
        await using ServiceProvider services = new ServiceCollection().AddSingleton<TimeProvider>(new Noon()).BuildServiceProvider();

        await AskAsync(model, services);

        Assert.Equal("12:00", Result(model).ToString());
        AIFunction function = Functions().Single(function => function.Name == "GetTime");
        Assert.Contains("TimeProvider", (await Assert.ThrowsAsync<GeminiConfigurationException>(async () => await function.InvokeAsync(new() { Services = new ToolInstances() }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_waits_for_an_approval_is_not_called_without()
    {
        using ScriptedChatClient model = new([Call("1", "Forget", ("city", Json("\"Bergen\"")))]);

        ChatResponse response = await AskAsync(model);

        Assert.IsType<ApprovalRequiredAIFunction>(Functions().Single(function => function.Name == "Forget"));
        Assert.Single(model.Requests);
        Assert.Empty(_weather.Asked);
        Assert.DoesNotContain(response.Messages.SelectMany(message => message.Contents), content => content is FunctionResultContent);
    }

    [Fact]
    public async Task Cancelling_reaches_it()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Functions()[0].InvokeAsync(new AIFunctionArguments { ["city"] = "Oslo" }, source.Token));
    }

    private IReadOnlyList<AIFunction> Functions() => WeatherToolSet.Create(_weather).AsAIFunctions();

    private async Task<ChatResponse> AskAsync(ScriptedChatClient model, IServiceProvider? services = null)
    {
        using IChatClient client = new ChatClientBuilder(model).UseFunctionInvocation().Build(services);
        return await client.GetResponseAsync("?", new ChatOptions { Tools = [.. Functions()] });
    }

    private static FunctionCallContent Call(string id, string name, params (string Name, object? Value)[] arguments)
        => new(id, name, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    private static object Result(ScriptedChatClient model)
        => Assert.Single(model.Requests[1].SelectMany(message => message.Contents).OfType<FunctionResultContent>()).Result!;

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
