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

    [Fact]
    public async Task A_key_finds_its_history()
    {
        FakeGemini gemini = FakeGemini.Raw(GeminiAnswer.Complete("Hello."), GeminiAnswer.Stream("One ", "two."), GeminiAnswer.Complete("Bye."));
        KeyedConversations conversations = new();
        KeyedDesk desk = new(gemini.Client(), conversations);

        await desk.ChatAsync("ann", "Hi");
        await foreach (string _ in desk.StreamAsync("More", "ann"))
        {
        }

        await desk.ChatAsync("bob", "Hi");
        Assert.Equal(["Hi", "Hello.", "More", "One two."], (await conversations.GetAsync("ann")).Turns.Select(turn => turn.Text));
        JsonAssert.Equal("""{"contents":[{"role":"user","parts":[{"text":"Hi"}]}]}""", gemini.Body);
        Assert.Contains("One two.", (await desk.RenderChatAsync("ann", "?")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_and_functions_go_together()
    {
        KeyedConversations conversations = new();
        await new KeyedDesk(FakeGemini.Text("Four.").Client(), conversations).PlayAsync("table", "Roll");
        Assert.Equal(2, (await conversations.GetAsync("table")).Turns.Count);
        Assert.Throws<ArgumentNullException>("conversations", () => new KeyedDesk(FakeGemini.Text("Four.").Client(), null!));
        await Assert.ThrowsAsync<ArgumentNullException>("table", () => new KeyedDesk(FakeGemini.Text("Four.").Client(), conversations).PlayAsync(null!, "Roll"));
    }
}
