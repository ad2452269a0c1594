using Desk;
using GeminiGen.Generated.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen.Generated.Tests.Registration;

/// <summary>The generated registration.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Registered_contracts_resolve_and_share_one_client()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        var services = new ServiceCollection();
        GeminiGenBuilder builder = services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddTextDesk().AddFormatsDesk().AddOuterInnerNestedDesk();
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => gemini);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        ITextDesk desk = provider.GetRequiredService<ITextDesk>();

        Assert.IsType<TextDesk>(desk);
        Assert.Same(desk, provider.GetRequiredService<ITextDesk>());
        Assert.IsType<FormatsDesk>(provider.GetRequiredService<IFormatsDesk>());
        Assert.IsType<Outer.Inner.NestedDesk>(provider.GetRequiredService<Outer.Inner.INestedDesk>());
        Assert.Equal("Fine.", await desk.AnswerAsync("Why?"));
    }

    [Fact]
    public void A_registration_of_the_user_made_before_stays()
    {
        var mine = new TextDesk(FakeGemini.Text("Mine.").Client());
        var services = new ServiceCollection();
        services.AddSingleton<ITextDesk>(mine);
        services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddTextDesk();
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(mine, provider.GetRequiredService<ITextDesk>());
    }

    [Fact]
    public async Task A_contract_with_keys_takes_the_registered_conversations()
    {
        FakeGemini gemini = FakeGemini.Text("Fine.");
        var services = new ServiceCollection();
        GeminiGenBuilder builder = services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddKeyedDesk()
            .AddKeyedConversations(options => options.Trimming = new ConversationTrimming { MaxTokens = 1000 });
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => gemini);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<IKeyedDesk>().ChatAsync("ann", "Hi");
        await provider.GetRequiredService<IKeyedDesk>().PlayAsync("ann", "Roll");

        KeyedConversations conversations = provider.GetRequiredService<KeyedConversations>();
        Assert.Equal(4, (await conversations.GetAsync("ann")).Turns.Count);
        Assert.Equal(1000, conversations.Trimming!.MaxTokens);
        Assert.Equal(1, Assert.IsType<InMemoryConversationStore>(provider.GetRequiredService<IConversationStore>()).Count);
    }

    [Fact]
    public async Task A_store_of_the_user_takes_the_place_of_memory()
    {
        var services = new ServiceCollection();
        services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddKeyedDesk().AddKeyedConversations<EmptyStore>();
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        Assert.IsType<EmptyStore>(provider.GetRequiredService<IConversationStore>());
        Assert.Equal("from the store", Assert.Single((await provider.GetRequiredService<KeyedConversations>().GetAsync("ann")).Turns).Text);
    }

    [Fact]
    public void Missing_conversations_are_told()
    {
        var services = new ServiceCollection();
        services.AddGeminiGen(options => options.ApiKey = "not-a-key").AddKeyedDesk();
        using ServiceProvider provider = services.BuildServiceProvider();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IKeyedDesk>());
        Assert.Contains("AddKeyedConversations()", error.Message, StringComparison.Ordinal);
    }

    private sealed class EmptyStore : IConversationStore
    {
        public ValueTask<StoredConversation?> LoadAsync(string key, CancellationToken cancellationToken = default)
        {
            Conversation conversation = new();
            conversation.AddUserTurn("from the store");
            return new(new StoredConversation(conversation, "1"));
        }

        public ValueTask<bool> TrySaveAsync(string key, Conversation conversation, string? version, CancellationToken cancellationToken = default) => new(true);

        public ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default) => default;
    }
}
