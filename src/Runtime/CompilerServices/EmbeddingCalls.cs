using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GeminiGen.CompilerServices;

/// <summary>Turns text into vectors. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmbeddingCalls
{
    /// <summary>The vector of one text.</summary>
    /// <param name="client">The client.</param>
    /// <param name="method">The method called.</param>
    /// <param name="text">The text.</param>
    /// <param name="title">The title of a document, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <param name="parameter">What the caller calls the text.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty.</exception>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<float[]> EmbedAsync(
        GeminiClient client, PromptMethod method, string text, string? title, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(text))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(text, NameOf(parameter));
        return await client.Executor.EmbedAsync(method, text, title, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The vectors of several texts, in their order.</summary>
    /// <param name="client">The client.</param>
    /// <param name="method">The method called.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <param name="parameter">What the caller calls the texts.</param>
    /// <returns>As many vectors as texts.</returns>
    /// <exception cref="ArgumentException">A text is <see langword="null"/> or empty.</exception>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<float[][]> EmbedAllAsync(
        GeminiClient client, PromptMethod method, IEnumerable<string> texts, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(texts))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(texts, NameOf(parameter));
        string[] all = [.. texts];
        int empty = Array.FindIndex(all, string.IsNullOrEmpty);
        return empty < 0
            ? await client.Executor.EmbedAllAsync(method, all, cancellationToken).ConfigureAwait(false)
            : throw new ArgumentException(FormattableString.Invariant($"The text at index {empty} is empty, and only a text with something in it has a vector. No request was sent."), NameOf(parameter));
    }

    /// <summary>The vector of one text, as memory.</summary>
    /// <inheritdoc cref="EmbedAsync"/>
    public static async Task<ReadOnlyMemory<float>> EmbedMemoryAsync(
        GeminiClient client, PromptMethod method, string text, string? title, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(text))] string? parameter = null)
        => await EmbedAsync(client, method, text, title, cancellationToken, parameter).ConfigureAwait(false);

    /// <summary>The vectors of several texts, in their order, as memory.</summary>
    /// <inheritdoc cref="EmbedAllAsync"/>
    public static async Task<ReadOnlyMemory<float>[]> EmbedAllMemoryAsync(
        GeminiClient client, PromptMethod method, IEnumerable<string> texts, CancellationToken cancellationToken, [CallerArgumentExpression(nameof(texts))] string? parameter = null)
        => Array.ConvertAll(await EmbedAllAsync(client, method, texts, cancellationToken, parameter).ConfigureAwait(false), static vector => new ReadOnlyMemory<float>(vector));

    // Generated code passes the parameter itself, with what C# needs around its name.
    private static string? NameOf(string? expression) => expression?.TrimStart('@').TrimEnd('!');
}
