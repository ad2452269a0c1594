using Desk;
using GeminiGen.Generated.Tests.Http;

namespace GeminiGen.Generated.Tests.Requests;

/// <summary>Methods with a history, as the generator writes them.</summary>
public sealed class ConversationTests
{
    private readonly Conversation _conversation = new();

    [Fact]
    public async Task The_history_is_sent_before_the_prompt()
    {
        FakeGemini gemini = FakeGemini.Text("Hello.", "Bye.");
        ConversationDesk desk = new(gemini.Client());

        await desk.ChatAsync(_conversation, "Hi {message}");
        await desk.ChatWithUsageAsync("And now?", _conversation);

        JsonAssert.Equal(
            """
            {"systemInstruction":{"parts":[{"text":"Be brief."}]},"contents":[
             {"role":"user","parts":[{"text":"Hi {message}"}]},{"role":"model","parts":[{"text":"Hello."}]},{"role":"user","parts":[{"text":"And now?"}]}]}
            """,
            gemini.Body);
        Assert.Equal(4, _conversation.Turns.Count);
    }

    [Fact]
    public async Task Every_kind_of_answer_is_kept()
    {
        ConversationDesk desk = new(FakeGemini.Text("""{"topic":"clocks","isOver":false}""").Client());
        Assert.Equal("clocks", (await desk.StateAsync("Hi", _conversation)).Topic);
        Assert.Equal(["Where are we in Hi?", """{"topic":"clocks","isOver":false}"""], _conversation.Turns.Select(turn => turn.Text));

        ConversationDesk streaming = new(FakeGemini.Raw(GeminiAnswer.Stream("One ", "two.")).Client());
        await foreach (string _ in streaming.StreamAsync(_conversation, "More"))
        {
        }

        Assert.Equal("One two.", _conversation.Turns[^1].Text);
    }

    [Fact]
    public async Task None_is_refused_where_the_contract_wants_one()
    {
        ConversationDesk desk = new(FakeGemini.Text("Hello.").Client());
        await Assert.ThrowsAsync<ArgumentNullException>("conversation", () => desk.ChatAsync(null!, "Hi"));
        Assert.Equal("Hello.", (await desk.ChatWithUsageAsync("Hi")).Value);
    }
}
