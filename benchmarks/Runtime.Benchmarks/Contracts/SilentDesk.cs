using GeminiGen.CompilerServices;

namespace GeminiGen.Benchmarks.Contracts;

/// <summary>What the generator writes for <see cref="ISilentDesk"/>.</summary>
public sealed class SilentDesk(GeminiClient client) : ISilentDesk
{
    private static readonly PromptMethod Never = new("ISilentDesk", "NeverAsync", null, default, null, null, null, 0, 0);

    public Task<string> NeverAsync(string document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var request = new PromptRequest(client, Never);
        var writer = new JsonPromptWriter(request);
        writer.BeginUserTurn();
        writer.Value(document);
        writer.EndUserTurn();
        return PromptCalls.GenerateTextAsync(request, cancellationToken);
    }
}
