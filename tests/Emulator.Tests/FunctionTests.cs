using System.Net;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Tests;

/// <summary>Calls of functions: scripted, and refused where the history does not fit them.</summary>
public sealed class FunctionTests : EmulatorTest
{
    [Fact]
    public async Task Calls_are_made_with_ids_and_the_first_is_signed()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add", """{"a":1}"""), new EmulatedCall("add", """{"a":2}""") { HasId = false });
        JsonArray parts = content["parts"]!.AsArray();
        Assert.Equal("""{"a":1}""", parts[0]!["functionCall"]!["args"]!.ToJsonString());
        Assert.NotEqual("", (string)parts[0]!["functionCall"]!["id"]!);
        Assert.NotNull(parts[0]!["thoughtSignature"]);
        Assert.Null(parts[1]!["functionCall"]!["id"]);
        Assert.Null(parts[1]!["thoughtSignature"]);
    }

    [Fact]
    public async Task Streams_bring_calls_whole()
    {
        Emulator.Script(EmulatorFault.FunctionCall("add", """{"text":"a long text that would be cut into pieces if it were the answer itself"}"""));
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:streamGenerateContent", Bodies.Prompt("Hello").ToJsonString());
        JsonArray chunks = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Equal(2, chunks.Count);
        Assert.NotNull(chunks[0]!["candidates"]![0]!["content"]!["parts"]![0]!["thoughtSignature"]);
        Assert.Equal("STOP", (string)chunks[1]!["candidates"]![0]!["finishReason"]!);
    }

    [Fact]
    public async Task Results_are_answered_from()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"));
        JsonObject answer = await AnswerAsync(Results(content, ResultOf(content, 0)));
        Assert.Contains("add: {\"output\":3}", TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_signature_is_refused_unless_the_user_spoke_since()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"));
        JsonObject result = ResultOf(content, 0);
        content["parts"]![0]!.AsObject().Remove("thoughtSignature");
        await RefusedAsync(Results(content, result), "missing a thought_signature in functionCall parts: add");

        JsonObject later = Results(content, result);
        later["contents"]!.AsArray().Add(Bodies.Turn("model", "3"));
        later["contents"]!.AsArray().Add(Bodies.Turn("user", "Thanks."));
        await AnswerAsync(later);
    }

    [Fact]
    public async Task Models_that_do_not_sign_ask_for_no_signature()
    {
        Emulator.Script(EmulatorFault.FunctionCall("add"));
        JsonObject content = (await AnswerAsync(Bodies.Prompt("Hello"), "gemini-2.5-flash-lite"))["candidates"]![0]!["content"]!.AsObject();
        Assert.Null(content["parts"]![0]!["thoughtSignature"]);
        await AnswerAsync(Results(content, ResultOf(content, 0)), "gemini-2.5-flash-lite");
    }

    [Fact]
    public async Task Changed_calls_and_signatures_are_refused()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add", """{"a":1}"""));
        JsonObject changed = content.DeepClone().AsObject();
        changed["parts"]![0]!["functionCall"]!["args"]!["a"] = 2;
        await RefusedAsync(Results(changed, ResultOf(content, 0)), "Thought signature is not valid");

        string signature = (string)content["parts"]![0]!["thoughtSignature"]!;
        content["parts"]![0]!["thoughtSignature"] = (signature[0] == 'A' ? "B" : "A") + signature[1..];
        await RefusedAsync(Results(content, ResultOf(content, 0)), "Thought signature is not valid");
    }

    [Fact]
    public async Task Ids_may_be_left_out_of_calls_and_results()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"));
        content["parts"]![0]!["functionCall"]!.AsObject().Remove("id");
        Assert.Contains("add: {\"output\":3}", TextOf(await AnswerAsync(Results(content, ResultOf(content, 0)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skip_thought_signature_validator")]
    [InlineData("context_engineering_is_the_way_to_go")]
    public async Task A_stand_in_is_taken_for_a_signature(string standIn)
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"));
        content["parts"]![0]!["thoughtSignature"] = standIn;
        Assert.Contains("add: {\"output\":3}", TextOf(await AnswerAsync(Results(content, ResultOf(content, 0)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_signature_of_text_is_refused()
    {
        JsonObject content = (await AnswerAsync(Bodies.Prompt("Hello")))["candidates"]![0]!["content"]!.AsObject();
        string signature = (string)content["parts"]![0]!["thoughtSignature"]!;
        JsonObject body = new() { ["contents"] = new JsonArray(Bodies.Turn("user", "Hello"), content.DeepClone(), Bodies.Turn("user", "And?")) };
        await AnswerAsync(body);

        body["contents"]![1]!["parts"]![0]!["thoughtSignature"] = signature[..4] + (signature[4] == 'A' ? "B" : "A") + signature[5..];
        await RefusedAsync(body, "Thought signature is not valid");
    }

    [Fact]
    public async Task Results_must_match_their_calls()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"), new EmulatedCall("take"));
        JsonObject first = ResultOf(content, 0), second = ResultOf(content, 1);
        await AnswerAsync(Results(content, second, first));
        await RefusedAsync(Results(content, first), "(1) must equal the number of function call parts (2)");
        await RefusedAsync(Results(content, first, first), "matches no function call");

        JsonObject renamed = second.DeepClone().AsObject();
        renamed["functionResponse"]!["name"] = "add";
        await RefusedAsync(Results(content, first, renamed), "matches no function call");

        JsonObject withoutId = second.DeepClone().AsObject();
        withoutId["functionResponse"]!.AsObject().Remove("id");
        await RefusedAsync(Results(content, first, withoutId), "matches no function call");
    }

    [Fact]
    public async Task Results_come_right_after_their_calls()
    {
        JsonObject content = await CallAsync(new EmulatedCall("add"));
        JsonObject unanswered = Results(content);
        unanswered["contents"]![2] = Bodies.Turn("user", "Hello?");
        await RefusedAsync(unanswered, "(0) must equal the number of function call parts (1)");

        JsonObject alone = Bodies.Prompt("Hello");
        alone["contents"]!.AsArray().Add(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(ResultOf(content, 0)) });
        await RefusedAsync(alone, "right after the turn with its function call");
    }

    [Fact]
    public void Scripts_without_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => EmulatorFault.FunctionCalls());
        Assert.Throws<ArgumentException>(() => EmulatorFault.FunctionCall("add", "[]"));
        Assert.Throws<ArgumentException>(() => EmulatorFault.FunctionCall("add", "{"));
        Assert.Throws<ArgumentOutOfRangeException>(() => EmulatorFault.None.InHops(1));
    }

    [Fact]
    public async Task An_answer_goes_on_over_calls()
    {
        Emulator.Script(EmulatorFault.Answer("Once upon a time.").InHops(3));
        JsonObject body = Bodies.Prompt("Tell.");
        JsonObject first = await AnswerAsync(body);
        Assert.Equal("CONTINUATION", (string)first["candidates"]![0]!["finishReason"]!);

        JsonObject next = body.DeepClone().AsObject();
        next["continuationToken"] = (string)first["candidates"]![0]!["continuationToken"]!;
        JsonObject second = await AnswerAsync(next);
        Assert.Equal(second.ToJsonString(), (await AnswerAsync(next)).ToJsonString());
        next["continuationToken"] = (string)second["candidates"]![0]!["continuationToken"]!;
        JsonObject third = await AnswerAsync(next);

        Assert.Equal("Once upon a time.", TextOf(first) + TextOf(second) + TextOf(third));
        Assert.Equal("STOP", (string)third["candidates"]![0]!["finishReason"]!);
        Assert.Null(third["candidates"]![0]!["continuationToken"]);
        Assert.Equal((int)first["usageMetadata"]!["promptTokenCount"]!, (int)third["usageMetadata"]!["promptTokenCount"]!);
    }

    [Fact]
    public async Task A_token_is_good_for_its_own_request()
    {
        Emulator.Script(EmulatorFault.None.InHops(2));
        JsonObject first = await AnswerAsync(Bodies.Prompt("Tell."));
        JsonObject other = Bodies.Prompt("Tell me.");
        other["continuationToken"] = (string)first["candidates"]![0]!["continuationToken"]!;
        await RefusedAsync(other, "differs from the one the token continues");
        other["continuationToken"] = "unknown";
        await RefusedAsync(other, "The token is not valid");
    }

    private async Task<JsonObject> CallAsync(params EmulatedCall[] calls)
    {
        Emulator.Script(EmulatorFault.FunctionCalls(calls));
        return (await AnswerAsync(Bodies.Prompt("Hello")))["candidates"]![0]!["content"]!.AsObject();
    }

    private async Task RefusedAsync(JsonObject body, string message) =>
        Assert.Contains(message, (string)(await RefusalAsync(body, HttpStatusCode.BadRequest))["message"]!, StringComparison.Ordinal);

    private static JsonObject ResultOf(JsonObject content, int call)
    {
        JsonNode functionCall = content["parts"]![call]!["functionCall"]!;
        JsonObject response = new() { ["name"] = (string)functionCall["name"]!, ["response"] = new JsonObject { ["output"] = 3 } };
        if ((string?)functionCall["id"] is { } id)
        {
            response["id"] = id;
        }

        return new JsonObject { ["functionResponse"] = response };
    }

    private static JsonObject Results(JsonObject content, params JsonObject[] results) => new()
    {
        ["contents"] = new JsonArray(
            Bodies.Turn("user", "Hello"),
            content.DeepClone(),
            new JsonObject { ["role"] = "user", ["parts"] = new JsonArray([.. results.Select(result => result.DeepClone())]) }),
    };
}
