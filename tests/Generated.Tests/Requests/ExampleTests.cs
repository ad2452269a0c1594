using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>Examples stand before everything that was said.</summary>
public sealed class ExampleTests
{
    private const string Great = """{"role":"user","parts":[{"text":"Great!"}]},{"role":"model","parts":[{"text":"{\"stars\":5}"}]}""";

    [Fact]
    public async Task They_are_sent_as_they_are_before_the_prompt()
    {
        FakeGemini gemini = FakeGemini.Text("good");

        await new ExampleDesk(gemini.Client()).RateAsync("Fine {review}.");

        JsonAssert.Equal(
            """
            {"systemInstruction":{"parts":[{"text":"You rate reviews."}]},"contents":[
             {"role":"user","parts":[{"text":"Say \"{review}\".\nNow."}]},{"role":"model","parts":[{"text":"😀 {{good}}"}]},
             {"role":"user","parts":[{"text":"Awful."}]},{"role":"model","parts":[{"text":"bad"}]},
             {"role":"user","parts":[{"text":"Fine {review}."}]}]}
            """,
            gemini.Body);
    }

    [Fact]
    public async Task A_history_comes_behind_them_and_does_not_keep_them()
    {
        FakeGemini gemini = FakeGemini.Text("""{"stars":4}""", """{"stars":1}""");
        ExampleDesk desk = new(gemini.Client());
        Conversation conversation = new();

        await desk.RateTypedAsync("Good.", conversation);
        Assert.Equal(1, (await desk.RateTypedAsync("Bad.", conversation)).Stars);

        Assert.Equal(["Good.", """{"stars":4}""", "Bad.", """{"stars":1}"""], conversation.Turns.Select(turn => turn.Text));
        JsonAssert.Equal(
            "[" + Great + """
            ,{"role":"user","parts":[{"text":"Good."}]},{"role":"model","parts":[{"text":"{\"stars\":4}"}]},{"role":"user","parts":[{"text":"Bad."}]}]
            """,
            JsonAssert.At(gemini.Body, "contents"));
    }

    [Fact]
    public async Task Results_of_functions_come_behind_them()
    {
        FakeGemini gemini = FakeGemini.Raw(
            """{"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"Now","args":{}}}]},"finishReason":"STOP"}]}""",
            GeminiAnswer.Complete("It is noon."));

        Assert.Equal("It is noon.", await new ExampleDesk(gemini.Client()).AskAsync("And now?"));

        Assert.Equal(2, gemini.Bodies.Count);
        Assert.Equal("How late is it?", JsonAssert.UserText(gemini.Body));
        Assert.Equal("\"Noon.\"", JsonAssert.At(gemini.Body, "contents", 1, "parts", 0, "text"));
        Assert.Equal("\"And now?\"", JsonAssert.At(gemini.Body, "contents", 2, "parts", 0, "text"));
        Assert.Contains("functionResponse", JsonAssert.At(gemini.Body, "contents", 4), StringComparison.Ordinal);
    }
}
