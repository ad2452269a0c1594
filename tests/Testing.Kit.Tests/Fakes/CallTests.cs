using GeminiGen.Testing.Contracts;

namespace GeminiGen.Testing.Tests.Fakes;

/// <summary>What fakes remember of calls.</summary>
public sealed class CallTests
{
    private readonly GeminiFake<ISupportDesk> _fake = GeminiFake.For<ISupportDesk>();

    [Fact]
    public async Task Calls_have_typed_arguments_and_the_rendered_prompt()
    {
        _fake.OnAnswer("Soon.");
        _fake.OnJoke("Ha.");

        await _fake.Instance.AnswerAsync("Where is my order?", "German");
        await _fake.Instance.JokeAsync();

        Assert.Equal(["ISupportDesk.AnswerAsync", "ISupportDesk.JokeAsync"], _fake.Calls.Select(static call => call.Method));
        var call = Assert.Single(_fake.AnswerCalls());
        Assert.Equal("Where is my order?", call.Arguments.question);
        Assert.Equal("German", call.Arguments.language);
        Assert.Equal("You are a patient support agent.", call.SystemInstruction);
        Assert.Equal("Answer in German: Where is my order?", call.UserPrompt);
        Assert.Equal("[system]\nYou are a patient support agent.\n\n[user]\nAnswer in German: Where is my order?", call.Prompt.Text);
        Assert.Equal(GeminiModels.Gemini38Flash, call.Prompt.Model);
    }

    [Fact]
    public async Task A_prompt_is_that_of_the_real_class()
    {
        _fake.OnClassify(new Feedback("calm", 4));
        await _fake.Instance.ClassifyAsync("It works");
        using GeminiClient client = new(new GeminiOptions());

        RenderedPrompt real = await new SupportDesk(client, new KeyedConversations()).RenderClassifyAsync("It works");

        Assert.Equal(real.Json, Assert.Single(_fake.ClassifyCalls()).Prompt.Json);
    }

    [Fact]
    public async Task A_conversation_gets_both_turns_and_the_next_prompt_shows_them()
    {
        Conversation conversation = new();
        _fake.OnChat((_, message) => message + "!");

        await _fake.Instance.ChatAsync(conversation, "Hello");
        await _fake.Instance.ChatAsync(conversation, "Bye");

        Assert.Equal(4, conversation.Turns.Count);
        Assert.EndsWith("[user]\nHello\n\n[model]\nHello!\n\n[user]\nBye", _fake.ChatCalls()[1].Prompt.Text, StringComparison.Ordinal);
        Assert.Equal("Bye", _fake.ChatCalls()[1].UserPrompt);
    }

    [Fact]
    public async Task Keys_of_conversations_are_served()
    {
        _fake.OnChatWith((customer, message) => customer + " " + message);

        Assert.Equal("Ann Hello", await _fake.Instance.ChatWithAsync("Ann", "Hello"));
        await _fake.Instance.ChatWithAsync("Bob", "Hi");
        await _fake.Instance.ChatWithAsync("Ann", "Bye");

        Assert.Equal(["Ann", "Bob", "Ann"], _fake.ChatWithCalls().Select(static call => call.Arguments.customer));
        Assert.EndsWith("[user]\nHello\n\n[model]\nAnn Hello\n\n[user]\nBye", _fake.ChatWithCalls()[2].Prompt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_can_be_left_out()
    {
        GeminiFake<ISupportDesk> fake = GeminiFake.For<ISupportDesk>(new GeminiFakeOptions { RendersPrompts = false });
        fake.OnClassify(new Feedback("calm", 4));

        await fake.Instance.ClassifyAsync("any");

        Assert.Equal("any", Assert.Single(fake.ClassifyCalls()).Arguments.feedback);
        Assert.Throws<InvalidOperationException>(() => fake.Calls[0].Prompt);
    }

    [Fact]
    public async Task Calls_at_the_same_time_are_all_remembered()
    {
        _fake.OnClassify(static feedback => new Feedback(feedback, 1));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => _fake.Instance.ClassifyAsync("n" + i))));

        Assert.Equal(200, _fake.ClassifyCalls().Select(static call => call.Arguments.feedback).Distinct().Count());
    }

    [Fact]
    public void What_is_no_contract_has_no_fake()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(static () => Make<IFormattable>());

        Assert.Contains("GeminiFake.For<IFormattable>()", exception.Message, StringComparison.Ordinal);
    }

    // A type parameter is closed elsewhere, which nobody can see here.
    private static GeminiFake<T> Make<T>()
        where T : class
        => GeminiFake.For<T>();
}
