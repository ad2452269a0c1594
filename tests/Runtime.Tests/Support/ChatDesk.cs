using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>What the generator would write for a contract with conversations.</summary>
internal sealed class ChatDesk(GeminiClient client, PromptMethod? method = null)
{
    private static readonly PromptMethod Chat = Desk.Method();

    internal Task<string> AskAsync(Conversation? conversation, string message, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextAsync(Write(conversation, message), cancellationToken);

    internal Task<string> AskAsync(KeyedConversations conversations, string? key, string message, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextAsync(Write(message, new DialogRequest(client, method ?? Chat) { Conversations = conversations, ConversationKey = key }), cancellationToken);

    internal PromptStream<string> Stream(KeyedConversations conversations, string? key, string message)
        => PromptCalls.StreamText(Write(message, new DialogRequest(client, method ?? Chat) { Conversations = conversations, ConversationKey = key }), default);

    internal Task<RenderedPrompt> RenderAsync(KeyedConversations conversations, string? key, string message)
        => PromptCalls.RenderAsync(Write(message, new DialogRequest(client, method ?? Chat) { Conversations = conversations, ConversationKey = key }), false, default);

    internal Task<PromptResult<string>> AskResultAsync(Conversation? conversation, string message, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextResultAsync(Write(conversation, message), cancellationToken);

    internal Task<Card> DescribeAsync(Conversation? conversation, string message, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateAsync(Write(conversation, message), CardContext.Default.Card, cancellationToken);

    internal Task<PromptResult<Card>> DescribeResultAsync(Conversation? conversation, string message, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateResultAsync(Write(conversation, message), CardContext.Default.Card, cancellationToken);

    internal PromptStream<string> Stream(Conversation? conversation, string message, CancellationToken cancellationToken = default)
        => PromptCalls.StreamText(Write(conversation, message), cancellationToken);

    internal PromptStream<Card> Cards(Conversation? conversation, string message)
        => PromptCalls.StreamItems(Write(conversation, message), CardContext.Default.Card, default);

    internal PromptStream<CardSnapshot> Snapshots(Conversation? conversation, string message)
        => PromptCalls.StreamSnapshots(
            Write(conversation, message), CardContext.Default.CardSnapshot, CardContext.Default.Card, static (snapshot, card) => snapshot.Complete = card, default);

    private DialogRequest Write(Conversation? conversation, string message)
        => Write(message, new DialogRequest(client, method ?? Chat) { Conversation = conversation });

    private static DialogRequest Write(string message, DialogRequest request)
    {
        JsonPromptWriter writer = new(request);
        writer.BeginSystemInstruction();
        writer.Literal("Be brief."u8);
        writer.EndSystemInstruction();
        writer.BeginUserTurn();
        writer.Value(message);
        writer.EndUserTurn();
        return request;
    }
}
