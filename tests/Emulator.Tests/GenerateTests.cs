using System.Net;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>The shape of an answer: parts, ends, usage, honesty.</summary>
public sealed class GenerateTests : EmulatorTest
{
    [Fact]
    public async Task Answer_has_the_apis_shape()
    {
        using HttpResponseMessage response = await GenerateAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article));
        Assert.Equal("true", Assert.Single(response.Headers.GetValues("x-gemini-emulator")));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        JsonNode candidate = Assert.Single(answer["candidates"]!.AsArray())!;
        Assert.Equal("model", (string)candidate["content"]!["role"]!);
        Assert.Equal("STOP", (string)candidate["finishReason"]!);
        Assert.Equal(0, (int)candidate["index"]!);
        Assert.Equal(16, ((string)answer["responseId"]!).Length);
        Assert.Contains("Emulated", TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_adds_up()
    {
        JsonNode usage = (await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article)))["usageMetadata"]!;
        int prompt = (int)usage["promptTokenCount"]!;
        int thoughts = (int)usage["thoughtsTokenCount"]!;
        Assert.InRange(prompt, Bodies.Article.Length / 6, Bodies.Article.Length / 3);
        Assert.True(thoughts > 0);
        Assert.Equal(prompt + thoughts + (int)usage["candidatesTokenCount"]!, (int)usage["totalTokenCount"]!);
        Assert.Equal(prompt, (int)usage["promptTokensDetails"]![0]!["tokenCount"]!);
    }

    [Theory]
    [InlineData("gemini-2.5-flash-lite", "{}", false)]
    [InlineData("gemini-2.5-flash-lite", """{"thinkingConfig":{"thinkingBudget":512}}""", true)]
    [InlineData("gemini-2.5-flash-image", "{}", false)]
    [InlineData("gemini-3.6-flash", """{"thinkingConfig":{"thinkingLevel":"MINIMAL"}}""", false)]
    [InlineData("gemini-3.6-flash", "{}", true)]
    public async Task Only_thinking_models_think(string model, string config, bool thinks)
    {
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello", JsonNode.Parse(config)!.AsObject()), model);
        Assert.Equal(thinks, answer["usageMetadata"]!["thoughtsTokenCount"] is not null);
    }

    [Fact]
    public async Task Higher_levels_think_more()
    {
        int low = await ThoughtsAsync("LOW");
        int high = await ThoughtsAsync("HIGH");
        Assert.True(low > 0 && high > low, $"{low}, {high}");
    }

    [Fact]
    public async Task Same_request_same_answer()
    {
        JsonObject body = Bodies.Prompt("Summarise:\n" + Bodies.Article);
        string first = (await AnswerAsync(body)).ToJsonString();
        Assert.Equal(first, (await AnswerAsync(body)).ToJsonString());
        await using GeminiEmulator other = await GeminiEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = other.BaseAddress };
        http.DefaultRequestHeaders.Add("x-goog-api-key", other.ApiKey);
        using HttpResponseMessage response = await http.PostAsync(new Uri($"/v1beta/models/{Model}:generateContent", UriKind.Relative), new StringContent(body.ToJsonString()));
        Assert.Equal(first, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Fact]
    public async Task Other_request_other_id()
    {
        JsonObject first = await AnswerAsync(Bodies.Prompt("Hello"));
        JsonObject second = await AnswerAsync(Bodies.Prompt("Hello!"));
        Assert.NotEqual((string)first["responseId"]!, (string)second["responseId"]!);
    }

    [Fact]
    public async Task Budget_spent_on_thinking_leaves_no_parts()
    {
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello", new JsonObject { ["maxOutputTokens"] = 10 }));
        Assert.Equal("MAX_TOKENS", (string)answer["candidates"]![0]!["finishReason"]!);
        Assert.Null(answer["candidates"]![0]!["content"]!["parts"]);
        Assert.Equal(10, (int)answer["usageMetadata"]!["thoughtsTokenCount"]!);
        Assert.Null(answer["usageMetadata"]!["candidatesTokenCount"]);
    }

    [Fact]
    public async Task Budget_cuts_the_answer()
    {
        var config = new JsonObject { ["maxOutputTokens"] = 20 };
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article, config), "gemini-2.5-flash-lite");
        Assert.Equal("MAX_TOKENS", (string)answer["candidates"]![0]!["finishReason"]!);
        Assert.NotEqual("", TextOf(answer));
        Assert.InRange((int)answer["usageMetadata"]!["candidatesTokenCount"]!, 15, 20);
    }

    [Fact]
    public async Task Stop_sequence_ends_the_answer()
    {
        var config = new JsonObject { ["stopSequences"] = new JsonArray("[Emul") };
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Summarise:\n" + Bodies.Article, config));
        Assert.DoesNotContain("[Emul", TextOf(answer), StringComparison.Ordinal);
        Assert.Equal("STOP", (string)answer["candidates"]![0]!["finishReason"]!);
    }

    [Fact]
    public async Task Thoughts_are_shown_when_asked_for()
    {
        var config = new JsonObject { ["thinkingConfig"] = new JsonObject { ["includeThoughts"] = true } };
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello", config));
        JsonArray parts = answer["candidates"]![0]!["content"]!["parts"]!.AsArray();
        Assert.True((bool)parts[0]!["thought"]!);
        Assert.Null(parts[1]!["thought"]);
    }

    [Fact]
    public async Task Attachments_are_counted_and_owned_up_to()
    {
        JsonNode body = JsonNode.Parse("""{"contents":[{"parts":[{"text":"What is in this picture?"},{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]}]}""")!;
        JsonObject answer = await AnswerAsync(body);
        Assert.Contains("image/png", TextOf(answer), StringComparison.Ordinal);
        JsonNode media = answer["usageMetadata"]!["promptTokensDetails"]![1]!;
        Assert.Equal("IMAGE", (string)media["modality"]!);
        Assert.True((int)answer["usageMetadata"]!["promptTokenCount"]! > (int)media["tokenCount"]!);
    }

    [Fact]
    public async Task Several_candidates_where_the_model_allows()
    {
        JsonObject answer = await AnswerAsync(Bodies.Prompt("Hello", new JsonObject { ["candidateCount"] = 3 }), "gemini-2.5-flash-lite");
        Assert.Equal([0, 1, 2], answer["candidates"]!.AsArray().Select(candidate => (int)candidate!["index"]!));
    }

    [Fact]
    public async Task Count_equals_the_prompt_of_the_answer()
    {
        JsonObject body = Bodies.Prompt("Summarise:\n" + Bodies.Article);
        body["systemInstruction"] = Bodies.Turn("user", "Be terse.");
        JsonObject answer = await AnswerAsync(body);
        body["model"] = "models/" + Model;
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:countTokens", new JsonObject { ["generateContentRequest"] = body }.ToJsonString());
        JsonNode count = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((int)answer["usageMetadata"]!["promptTokenCount"]!, (int)count["totalTokens"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"contents":[],"generateContentRequest":{"contents":[]}}""")]
    [InlineData("""{"content":[]}""")]
    [InlineData("""{"generateContentRequest":{"contents":[{"parts":[{"text":"a"}]}]}}""")]
    [InlineData("""{"generateContentRequest":{"model":"models/gemini-3.6-flash","contents":[{"parts":[{"text":"a"}]}]}}""")]
    [InlineData("""{"model":"models/gemini-3.6-flash","contents":[{"parts":[{"text":"a"}]}]}""")]
    public async Task Bad_count_is_refused(string body)
    {
        using HttpResponseMessage response = await PostAsync($"/v1beta/models/{Model}:countTokens", body);
        await ErrorAsync(response, HttpStatusCode.BadRequest);
    }

    private async Task<int> ThoughtsAsync(string level)
    {
        var config = new JsonObject { ["thinkingConfig"] = new JsonObject { ["thinkingLevel"] = level } };
        return (int)(await AnswerAsync(Bodies.Prompt("Hello", config)))["usageMetadata"]!["thoughtsTokenCount"]!;
    }

    [Fact]
    public async Task Seed_gives_other_ids_and_lengths_and_the_same_ones_each_time()
    {
        const string Document = "Summarize the document.\n\nThe mill grinds wheat. The river drives the mill. Wheat comes by cart. Carts wait at the river. The miller sells flour. Flour goes to town. Bakers wait for flour.";
        var ids = new List<string>();
        var texts = new List<string>();
        foreach (int seed in (int[])[0, 5, 5, 6])
        {
            await using GeminiEmulator emulator = await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { Seed = seed });
            using var content = new StringContent(Bodies.Prompt(Document).ToJsonString());
            using HttpResponseMessage response = await Http.PostAsync(new Uri(emulator.BaseAddress, $"/v1beta/models/{Model}:generateContent"), content);
            JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            ids.Add((string)answer["responseId"]!);
            texts.Add((string)answer["candidates"]![0]!["content"]!["parts"]![0]!["text"]!);
        }

        Assert.Equal((string)(await AnswerAsync(Bodies.Prompt(Document)))["responseId"]!, ids[0]);
        Assert.Equal(ids[1], ids[2]);
        Assert.Equal(texts[1], texts[2]);
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(3, texts.Distinct().Count());
    }
}
