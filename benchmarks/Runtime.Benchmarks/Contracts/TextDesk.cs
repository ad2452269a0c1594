using GeminiGen.CompilerServices;

namespace GeminiGen.Benchmarks.Contracts;

/// <summary>What the generator writes for <see cref="ITextDesk"/>.</summary>
public sealed class TextDesk(GeminiClient client) : ITextDesk
{
    public Task<string> SummarizeAsync(string document, int sentences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PromptCalls.GenerateTextAsync(Write(Methods.SummarizeAsync, document, sentences), cancellationToken);
    }

    public Task<PromptResult<string>> SummarizeResultAsync(string document, int sentences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PromptCalls.GenerateTextResultAsync(Write(Methods.SummarizeResultAsync, document, sentences), cancellationToken);
    }

    public PromptStream<string> StreamSummary(string document, int sentences, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        return PromptCalls.StreamText(Write(Methods.StreamSummary, document, sentences), cancellationToken);
    }

    private PromptRequest Write(PromptMethod method, string document, int sentences)
    {
        var request = new PromptRequest(client, method);
        var writer = new JsonPromptWriter(request);
        writer.BeginSystemInstruction();
        writer.Literal("You summarise documents for busy readers. Be exact, never invent a number."u8);
        writer.EndSystemInstruction();
        writer.BeginUserTurn();
        writer.Literal("Summarise in "u8);
        writer.Value(sentences, null);
        writer.Literal(" sentences:\\n"u8);
        writer.Value(document);
        writer.EndUserTurn();
        return request;
    }

    private static class Methods
    {
        internal static readonly PromptMethod SummarizeAsync = Method(nameof(SummarizeAsync));
        internal static readonly PromptMethod SummarizeResultAsync = Method(nameof(SummarizeResultAsync));
        internal static readonly PromptMethod StreamSummary = Method(nameof(StreamSummary));

        private static PromptMethod Method(string name) => new(
            "ITextDesk", name, null, "\"maxOutputTokens\":4000,\"temperature\":0.2"u8, null, null, null, 0, 0);
    }
}
