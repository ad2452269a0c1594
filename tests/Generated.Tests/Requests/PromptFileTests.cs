using System.Text.Json;
using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>What prompt files become in the request.</summary>
public sealed class PromptFileTests
{
    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Fact]
    public async Task Files_and_what_they_include_are_one_text()
    {
        await new PromptFiles(_gemini.Client()).WriteAsync("the sea", "calm {> x}", verses: 3);

        Assert.Equal("Write a poem about the sea.\nBe calm {> x}, and brief \"as\" can be.\nWrite 3 verses.\n", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Code_may_include_files()
    {
        await new PromptFiles(_gemini.Client()).TranslateAsync("Guten Tag", "polite");

        Assert.Equal("Translate Guten Tag. Be polite, and brief \"as\" can be.", JsonAssert.UserText(_gemini.Body));
    }

    [Fact]
    public async Task Front_matter_and_roles_reach_the_request()
    {
        await new PromptFrontMatter(_gemini.Client()).ReviewAsync("a bag", Media.FromBytes("GIF89a"u8.ToArray(), "image/gif"), [1, 2]);

        JsonElement body = JsonDocument.Parse(_gemini.Body).RootElement;
        Assert.Equal("You review products in a friendly \"and\" short tone.", body.GetProperty("systemInstruction").GetProperty("parts")[0].GetProperty("text").GetString());
        JsonElement contents = body.GetProperty("contents");
        Assert.Equal(["user", "model", "user"], contents.EnumerateArray().Select(static turn => turn.GetProperty("role").GetString()));
        Assert.Equal("It holds what I throw at it.", contents[1].GetProperty("parts")[0].GetProperty("text").GetString());
        JsonElement parts = contents[2].GetProperty("parts");
        Assert.Equal("Here it is: ", parts[0].GetProperty("text").GetString());
        Assert.Equal("image/gif", parts[1].GetProperty("inlineData").GetProperty("mimeType").GetString());
        Assert.Equal("\nReview a bag with 4 stars, given 1, 2.", parts[2].GetProperty("text").GetString());
        JsonElement config = body.GetProperty("generationConfig");
        Assert.Equal(0.4, config.GetProperty("temperature").GetDouble());
        Assert.Equal(3000, config.GetProperty("maxOutputTokens").GetInt32());
        Assert.Contains("gemini-3.5-flash-lite", _gemini.Addresses[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_methods_model_wins_over_the_files()
    {
        await new PromptFrontMatter(_gemini.Client()).ShortenAsync("a text");

        Assert.Contains("/gemini-3.5-flash:", _gemini.Addresses[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IPromptFrontMatter", "/gemini-3.5-flash-lite:")]
    [InlineData("IPromptFrontMatter.ReviewAsync", "/gemini-3.1-pro-preview:")]
    public async Task A_configured_model_wins_over_the_files_where_it_is_the_methods(string key, string asked)
    {
        GeminiClient client = _gemini.Client(options => options.Models[key] = "gemini-3.1-pro-preview");

        await new PromptFrontMatter(client).ReviewAsync("a bag", Media.FromBytes("GIF89a"u8.ToArray(), "image/gif"), [1, 2]);

        Assert.Contains(asked, _gemini.Addresses[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_are_values_as_the_json_that_is_asked_for()
    {
        FakeGemini gemini = FakeGemini.Text("""{"team":"stores","urgency":1}""");
        TriageShot[] shots = [new("Too \"late\".", new Triage("post", 2, "Größe <b>")), new("Broken.", new Triage("stores", 3))];

        await new PromptExamples(gemini.Client()).SortAsync("Nothing came.", null, shots);

        Assert.Equal(
            [
                "user: The box arrived wet.",
                "model: null",
                "user: Too \"late\".",
                """model: {"team":"post","urgency":2,"note":"Größe <b>"}""",
                "user: Broken.",
                """model: {"team":"stores","urgency":3,"note":null}""",
                "user: Nothing came.",
            ],
            ReadTurns(gemini.Body));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_loop_gives_turns_for_each_item(int count)
    {
        FakeGemini gemini = FakeGemini.Text("""{"team":"stores","urgency":1}""");

        await new PromptExamples(gemini.Client()).SortLikeOthersAsync("Nothing came.", [.. Enumerable.Repeat(new TriageShot("Late.", new Triage("post", 2)), count)]);

        string[] shots = ["user: Late.", """model: {"team":"post","urgency":2,"note":null}"""];
        Assert.Equal([.. count == 0 ? [] : shots, "user: Nothing came."], ReadTurns(gemini.Body));
    }

    private static IEnumerable<string> ReadTurns(string body)
        => JsonDocument.Parse(body).RootElement.GetProperty("contents").EnumerateArray()
            .Select(static turn => turn.GetProperty("role").GetString() + ": " + turn.GetProperty("parts")[0].GetProperty("text").GetString());

    [Fact]
    public async Task Handlebars_means_what_it_means_elsewhere()
    {
        FakeGemini gemini = FakeGemini.Text("""{"title":"t","lines":[]}""");
        PromptCustomer customer = new() { Name = "Ann" };

        await new PromptFrontMatter(gemini.Client()).ReadAsync(customer, [new PromptLine { Item = "tea", Count = 2 }, new PromptLine { Item = "jam", Count = 1 }], ["urgent", "gift"], strict: false);

        Assert.Equal(
            "Customer Ann:\n0: tea for Ann, 2 of {{x}} false\n1 again: jam for Ann, 1 of {{x}} false\nurgent gift Be polite to Ann.",
            JsonAssert.UserText(gemini.Body));
        Assert.Contains("You read orders loosely.", gemini.Body, StringComparison.Ordinal);

        await new PromptFrontMatter(gemini.Client()).ReadAsync(new PromptCustomer(), [], [], strict: true);
        Assert.Equal("Nobody:\nnothing\nBe polite to .", JsonAssert.UserText(gemini.Body));
    }
}
