using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>The exact body of each kind of contract.</summary>
public sealed class BodyTests
{
    private readonly FakeGemini _gemini = FakeGemini.Text("Fine.");

    [Fact]
    public async Task Text_alone()
    {
        Assert.Equal("Fine.", await new TextDesk(_gemini.Client()).AnswerAsync("Why?"));

        JsonAssert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Why?"}]}]}""", _gemini.Body);
        Assert.Equal("/v1beta/models/gemini-3.8-flash:generateContent", _gemini.Addresses[0].PathAndQuery);
    }

    [Fact]
    public async Task No_argument()
    {
        await new TextDesk(_gemini.Client()).JokeAsync();

        JsonAssert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Tell me a joke."}]}]}""", _gemini.Body);
    }

    [Fact]
    public async Task System_instruction_of_the_contract()
    {
        await new SystemInstructionDesk(_gemini.Client()).AnswerAsync("Why?");

        JsonAssert.Equal(
            """{"systemInstruction":{"parts":[{"text":"You are a patient support agent."}]},"contents":[{"role":"user","parts":[{"text":"Why?"}]}]}""",
            _gemini.Body);
    }

    [Fact]
    public async Task System_instruction_of_the_method_with_a_value()
    {
        await new SystemInstructionDesk(_gemini.Client()).AnswerInAsync("Why?", "\"Klingon\"");

        JsonAssert.Equal(
            """{"systemInstruction":{"parts":[{"text":"You answer in \"Klingon\"."}]},"contents":[{"role":"user","parts":[{"text":"Why?"}]}]}""",
            _gemini.Body);
    }

    [Fact]
    public async Task A_method_that_hides_an_inherited_one_leaves_it_its_prompt()
    {
        HidingDesk desk = new(_gemini.Client());

        await desk.TranslateAsync("Hi", "German");
        JsonAssert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Say in German: Hi"}]}]}""", _gemini.Body);

        await ((IHiddenDesk)desk).TranslateAsync("Hi", "German");
        JsonAssert.Equal(
            """{"systemInstruction":{"parts":[{"text":"You translate."}]},"contents":[{"role":"user","parts":[{"text":"Translate to German: Hi"}]}]}""", _gemini.Body);
    }

    [Fact]
    public async Task Inherited_settings()
    {
        await new GenerationDesk(_gemini.Client()).InheritAsync("t");

        JsonAssert.Equal(
            """{"contents":[{"role":"user","parts":[{"text":"t"}]}],"generationConfig":{"temperature":0.5,"maxOutputTokens":1000}}""", _gemini.Body);
    }

    [Fact]
    public async Task All_settings()
    {
        await new GenerationDesk(_gemini.Client()).AllAsync("t");

        JsonAssert.Equal(
            """
            {"contents":[{"role":"user","parts":[{"text":"t"}]}],"generationConfig":{"temperature":0.25,"topP":0.9,"topK":40,"maxOutputTokens":2000,
             "stopSequences":["END","\"stop\"\n"],"seed":7,"thinkingConfig":{"thinkingBudget":1024}}}
            """,
            _gemini.Body);
    }

    [Fact]
    public async Task Zero_is_sent()
    {
        await new GenerationDesk(_gemini.Client()).ZeroAsync("t");

        JsonAssert.Equal(
            """{"temperature":0,"maxOutputTokens":1000,"seed":0,"thinkingConfig":{"thinkingBudget":0}}""", JsonAssert.At(_gemini.Body, "generationConfig"));
    }

    [Fact]
    public async Task Settings_the_chosen_model_rejects_are_left_out()
    {
        await new GenerationDesk(_gemini.Client()).LevelAsync("t");
        string onBudgetModel = JsonAssert.At(_gemini.Body, "generationConfig");
        await new GenerationDesk(_gemini.Client(options => options.Models["IGenerationDesk"] = "gemini-3.5-flash")).LevelAsync("t");
        string onLevelModel = JsonAssert.At(_gemini.Body, "generationConfig");

        JsonAssert.Equal("""{"temperature":0.5,"maxOutputTokens":1000}""", onBudgetModel);
        JsonAssert.Equal("""{"temperature":0.5,"maxOutputTokens":1000,"thinkingConfig":{"thinkingLevel":"HIGH"}}""", onLevelModel);
    }

    [Fact]
    public async Task Inherited_method_has_its_own_instruction_and_the_contracts_settings()
    {
        await new InheritingDesk(_gemini.Client(options => options.Models["IInheritingDesk"] = "gemini-3.5-flash")).TranslateAsync("hello", "German");

        JsonAssert.Equal(
            """
            {"systemInstruction":{"parts":[{"text":"You translate."}]},"contents":[{"role":"user","parts":[{"text":"Translate to German: hello"}]}],
             "generationConfig":{"temperature":0.1}}
            """,
            _gemini.Body);
    }

    [Fact]
    public async Task Nested_and_global_and_renamed_contracts_send_alike()
    {
        GeminiClient client = _gemini.Client(options => options.DefaultModel = "gemini-3.5-flash");

        await new Outer.Inner.NestedDesk(client).AnswerAsync("a");
        string nested = _gemini.Body;
        await new ChosenSupport(client).AnswerAsync("a");
        string renamed = _gemini.Body;

        JsonAssert.Equal(nested, renamed);
        Assert.Equal("/v1beta/models/gemini-3.5-flash:generateContent", _gemini.Addresses[^1].PathAndQuery);
    }
}
