using System.Text.Json.Serialization.Metadata;
using GeminiGen.Benchmarks.Floor;
using GeminiGen.CompilerServices;

namespace GeminiGen.Benchmarks.Contracts;

/// <summary>What the generator writes for <see cref="ICardDesk"/>.</summary>
public sealed class CardDesk(GeminiClient client) : ICardDesk
{
    private static readonly PromptMethod Describe = new(
        "ICardDesk", "DescribeAsync", null, "\"maxOutputTokens\":4000"u8, null, null, new PromptSchema(DocumentCardSchema.Json, DocumentCardSchema.Json), 0, 0);

    private static readonly JsonTypeInfo<DocumentCard> Json = DocumentCardContext.Default.DocumentCard;

    public Task<DocumentCard> DescribeAsync(string document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var request = new PromptRequest(client, Describe);
        var writer = new JsonPromptWriter(request);
        writer.BeginSystemInstruction();
        writer.Literal("You summarise documents for busy readers. Be exact, never invent a number."u8);
        writer.EndSystemInstruction();
        writer.BeginUserTurn();
        writer.Value(document);
        writer.EndUserTurn();
        return PromptCalls.GenerateAsync(request, Json, cancellationToken);
    }
}
