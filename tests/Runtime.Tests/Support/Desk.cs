using System.Text.Json.Serialization.Metadata;
using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>What the generator would write for a small contract.</summary>
internal sealed class Desk(GeminiClient client, PromptMethod? method = null)
{
    private static readonly PromptMethod DefaultAsk = Method();
    private static readonly PromptMethod DescribeCard = Method(
        schema: new PromptSchema("{\"type\":\"object\"}"u8, "{\"type\":\"OBJECT\"}"u8));

    private static readonly PromptMethod ListCards = Method(
        schema: new PromptSchema("{\"type\":\"array\",\"items\":{\"type\":\"object\"}}"u8, "{\"type\":\"ARRAY\",\"items\":{\"type\":\"OBJECT\"}}"u8));

    internal static PromptMethod Method(
        string? model = "gemini-3.8-flash",
        ReadOnlySpan<byte> settings = default,
        ThinkingLevel? level = null,
        int? budget = null,
        PromptSchema? schema = null,
        int maxAttempts = 0,
        double timeoutSeconds = 0,
        string contract = "IDesk")
        => new(contract, "AskAsync", model, settings, level, budget, schema, maxAttempts, timeoutSeconds);

    internal Task<string> AskAsync(string question, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextAsync(Write(method ?? DefaultAsk, question), cancellationToken);

    internal Task<PromptResult<string>> AskResultAsync(string question, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateTextResultAsync(Write(method ?? DefaultAsk, question), cancellationToken);

    internal Task<Card> DescribeAsync(string document, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateAsync(Write(method ?? DescribeCard, document), CardContext.Default.Card, cancellationToken);

    internal Task<PromptResult<Card>> DescribeResultAsync(string document, CancellationToken cancellationToken = default)
        => PromptCalls.GenerateResultAsync(Write(method ?? DescribeCard, document), CardContext.Default.Card, cancellationToken);

    internal PromptStream<string> Stream(string question, CancellationToken cancellationToken = default)
        => PromptCalls.StreamText(Write(method ?? DefaultAsk, question), cancellationToken);

    internal PromptStream<Card> Cards(string document, CancellationToken cancellationToken = default)
        => PromptCalls.StreamItems(Write(method ?? ListCards, document), CardContext.Default.Card, cancellationToken);

    internal PromptStream<T> Items<T>(JsonTypeInfo<T> typeInfo, string document = "d", CancellationToken cancellationToken = default)
        => PromptCalls.StreamItems(Write(method ?? ListCards, document), typeInfo, cancellationToken);

    internal Task<PromptResult<T>> ListAsync<T>(JsonTypeInfo<T> typeInfo, string document = "d")
        => PromptCalls.GenerateResultAsync(Write(method ?? ListCards, document), typeInfo, CancellationToken.None);

    internal PromptStream<CardSnapshot> Snapshots(string document = "d", CancellationToken cancellationToken = default)
        => PromptCalls.StreamSnapshots(
            Write(method ?? DescribeCard, document),
            CardContext.Default.CardSnapshot,
            CardContext.Default.Card,
            static (snapshot, card) => snapshot.Complete = card,
            cancellationToken);

    private PromptRequest Write(PromptMethod method, string question)
    {
        PromptRequest request = new(client, method);
        JsonPromptWriter writer = new(request);
        writer.BeginUserTurn();
        writer.Literal("Q: "u8);
        writer.Value(question);
        writer.EndUserTurn();
        return request;
    }
}
