using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>What a caller wants different for one call, and what a method has of its own.</summary>
public sealed class OptionsTests
{
    private const string ContractSafety =
        """[{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_ONLY_HIGH"},{"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"OFF"}]""";

    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_set_is_what_the_contract_says(bool withOptions)
    {
        await new OptionsDesk(_gemini.Client()).AskAsync("Why?", withOptions ? new PromptOptions() : null);

        JsonAssert.Equal(
            """{"maxOutputTokens":1000,"temperature":0.5,"stopSequences":["END"],"thinkingConfig":{"thinkingLevel":"LOW"}}""", JsonAssert.At(_gemini.Body, "generationConfig"));
        JsonAssert.Equal(ContractSafety, JsonAssert.At(_gemini.Body, "safetySettings"));
        Assert.EndsWith("/models/gemini-3.8-flash:generateContent", _gemini.Addresses[0].AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_member_that_is_set_takes_the_contracts_place()
    {
        PromptOptions options = new()
        {
            Model = "models/gemini-2.5-pro",
            Temperature = 0,
            TopP = 0.25,
            TopK = 3,
            MaxOutputTokens = 7,
            Seed = -1,
            StopSequences = ["\"}", "b"],
            ThinkingBudget = 200,
            Safety = [new SafetySetting(HarmCategory.DangerousContent, HarmBlockThreshold.BlockNone), new SafetySetting(HarmCategory.Harassment, HarmBlockThreshold.BlockMediumAndAbove)],
        };

        await new OptionsDesk(_gemini.Client(client => client.Models["IOptionsDesk.AskAsync"] = "gemini-3.5-flash")).AskAsync("Why?", options);

        JsonAssert.Equal(
            """
            {"maxOutputTokens":7,"temperature":0,"topP":0.25,"topK":3,"seed":-1,"stopSequences":["\"}","b"],"thinkingConfig":{"thinkingBudget":200}}
            """,
            JsonAssert.At(_gemini.Body, "generationConfig"));
        JsonAssert.Equal(
            """
            [{"category":"HARM_CATEGORY_DANGEROUS_CONTENT","threshold":"BLOCK_NONE"},{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_MEDIUM_AND_ABOVE"},
             {"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"OFF"}]
            """,
            JsonAssert.At(_gemini.Body, "safetySettings"));
        Assert.EndsWith("/models/gemini-2.5-pro:generateContent", _gemini.Addresses[0].AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_of_answer_takes_options()
    {
        PromptOptions options = new() { Seed = 11 };
        FakeGemini typed = FakeGemini.Text("""{"count":3}""");
        Assert.Equal(3, (await new OptionsDesk(typed.Client()).AskTypedAsync("a", options)).Count);
        AssertSeed(typed);
        JsonAssert.Equal("\"application/json\"", JsonAssert.At(typed.Body, "generationConfig", "responseMimeType"));

        Assert.Equal("Fine.", (await new OptionsDesk(_gemini.Client()).AskResultAsync("a", options)).Value);
        AssertSeed(_gemini);

        FakeGemini stream = FakeGemini.Raw(GeminiAnswer.Stream("One ", "two."));
        Assert.Equal(["One ", "two."], await Collect(new OptionsDesk(stream.Client()).TellAsync(options, "a")));
        AssertSeed(stream);

        FakeGemini chat = FakeGemini.Raw(
            """{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"Now","args":{}}}]},"finishReason":"STOP"}]}""",
            GeminiAnswer.Complete("It is noon."));
        Conversation conversation = new();
        Assert.Equal("It is noon.", await new OptionsDesk(chat.Client()).ChatAsync(conversation, "a", options));
        Assert.Equal(2, chat.Bodies.Count);
        Assert.All(chat.Bodies, static body => Assert.Equal("11", JsonAssert.At(body, "generationConfig", "seed")));
        Assert.Equal(4, conversation.Turns.Count);
    }

    [Fact]
    public async Task One_instance_serves_two_methods_and_two_models()
    {
        PromptOptions options = new() { Thinking = ThinkingLevel.Medium };
        OptionsDesk desk = new(_gemini.Client());
        await desk.AskAsync("a", options);
        Assert.Equal("\"MEDIUM\"", JsonAssert.At(_gemini.Body, "generationConfig", "thinkingConfig", "thinkingLevel"));

        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.AskOtherAsync("a", options));
        Assert.Contains("'Thinking = Medium' is not taken by 'gemini-2.5-flash'; leave it out, or set 'ThinkingBudget'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_has_a_model_and_safety_of_its_own()
    {
        await new OptionsDesk(_gemini.Client(options => options.Models["IOptionsDesk"] = "gemini-3.5-flash")).AskOtherAsync("a");

        Assert.EndsWith("/models/gemini-2.5-flash:generateContent", _gemini.Addresses[0].AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("512", JsonAssert.At(_gemini.Body, "generationConfig", "thinkingConfig", "thinkingBudget"));
        JsonAssert.Equal(
            """[{"category":"HARM_CATEGORY_HATE_SPEECH","threshold":"BLOCK_LOW_AND_ABOVE"},{"category":"HARM_CATEGORY_HARASSMENT","threshold":"BLOCK_ONLY_HIGH"}]""",
            JsonAssert.At(_gemini.Body, "safetySettings"));
    }

    [Theory]
    [InlineData("IOptionsDesk.AskOtherAsync")]
    [InlineData("Desk.IOptionsDesk.AskOtherAsync")]
    public async Task Configuration_names_the_model_of_one_method(string key)
    {
        OptionsDesk desk = new(_gemini.Client(options => options.Models[key] = "gemini-3.5-flash"));

        await desk.AskOtherAsync("a");
        await desk.AskAsync("a");

        Assert.EndsWith("/models/gemini-3.5-flash:generateContent", _gemini.Addresses[0].AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith("/models/gemini-3.8-flash:generateContent", _gemini.Addresses[1].AbsolutePath, StringComparison.Ordinal);
    }

    public static TheoryData<PromptOptions, string> Faults => new()
    {
        { new PromptOptions { Temperature = 2.5 }, "'Temperature = 2.5' is out of range: it must be from 0 to 2" },
        { new PromptOptions { Temperature = double.NaN }, "'Temperature = NaN' is out of range: it must be from 0 to 2" },
        { new PromptOptions { TopP = -0.1 }, "'TopP = -0.1' is out of range: it must be from 0 to 1" },
        { new PromptOptions { TopK = 0 }, "'TopK = 0' is out of range: it must be 1 or more" },
        { new PromptOptions { MaxOutputTokens = 0 }, "'MaxOutputTokens = 0' is out of range: it must be 1 or more" },
        { new PromptOptions { MaxOutputTokens = 65537 }, "'MaxOutputTokens = 65537' is more than 'gemini-3.8-flash' can answer: set it to 65536 or less" },
        { new PromptOptions { Model = "gemini-4-argon", MaxOutputTokens = 40000 }, "is more than 'gemini-4-argon' answers outside of a stream: set it to 32768 or less, or stream the answer" },
        { new PromptOptions { StopSequences = ["a", "b", "c", "d", "e", "f"] }, "is out of range: it must be at most 5 texts" },
        { new PromptOptions { StopSequences = [""] }, "is out of range: it must be texts of one character or more" },
        { new PromptOptions { Thinking = ThinkingLevel.Minimal }, "'Thinking = Minimal' is out of range: it must be one of " },
        { new PromptOptions { Thinking = (ThinkingLevel)9 }, "'Thinking = 9' is out of range: it must be a member of ThinkingLevel" },
        { new PromptOptions { ThinkingBudget = 100 }, "'ThinkingBudget = 100' is not taken by 'gemini-3.8-flash'" },
        { new PromptOptions { Model = "gemini-2.5-pro", ThinkingBudget = 5 }, "'ThinkingBudget = 5' is out of range: it must be from 128 to 32768 for this model" },
        { new PromptOptions { Thinking = ThinkingLevel.Low, ThinkingBudget = 5 }, "remove one of the two" },
        { new PromptOptions { Safety = [new SafetySetting((HarmCategory)9, HarmBlockThreshold.Off)] }, "HarmCategory" },
        { new PromptOptions { Safety = [new(HarmCategory.Harassment, HarmBlockThreshold.Off), new(HarmCategory.Harassment, HarmBlockThreshold.Off)] }, "'Safety' sets Harassment more than once" },
        { new PromptOptions { Labels = new Dictionary<string, string> { ["team"] = "a" } }, "'Labels' are taken by Google Cloud only" },
        { new PromptOptions { Model = "" }, "is no model id" },
        { new PromptOptions { Model = "a b" }, "is no model id" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task What_is_out_of_bounds_is_refused_in_the_words_of_the_rules(PromptOptions options, string expected)
    {
        OptionsDesk desk = new(_gemini.Client());

        GeminiConfigurationException error = await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.AskAsync("a", options));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("IOptionsDesk.AskAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(_gemini.Bodies);
        await Assert.ThrowsAsync<GeminiConfigurationException>(() => desk.ChatAsync(new Conversation(), "a", options));
    }

    [Fact]
    public async Task A_stream_may_ask_for_more()
    {
        FakeGemini stream = FakeGemini.Raw(GeminiAnswer.Stream("One."));

        await Collect(new OptionsDesk(stream.Client()).TellAsync(new PromptOptions { Model = "gemini-4-argon", MaxOutputTokens = 40000 }, "a"));

        Assert.Equal("40000", JsonAssert.At(stream.Body, "generationConfig", "maxOutputTokens"));
    }

    [Fact]
    public void Options_do_not_change_with_the_lists_they_were_made_of()
    {
        List<string> stops = ["a"];
        PromptOptions options = new() { StopSequences = stops };

        stops.Add("b");

        Assert.Equal(["a"], options.StopSequences);
    }

    private static void AssertSeed(FakeGemini gemini) => Assert.Equal("11", JsonAssert.At(gemini.Body, "generationConfig", "seed"));

    private static async Task<List<string>> Collect(PromptStream<string> stream)
    {
        List<string> pieces = [];
        await foreach (string piece in stream)
        {
            pieces.Add(piece);
        }

        return pieces;
    }
}
