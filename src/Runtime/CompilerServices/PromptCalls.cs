using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen.CompilerServices;

/// <summary>Runs a written request. Called by generated code only.</summary>
/// <remarks>Each request runs once: its memory returns to the pool with the call's end.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PromptCalls
{
    /// <summary>Sends the request and gives the answer's text.</summary>
    /// <param name="request">The written request.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <returns>The complete text.</returns>
    /// <exception cref="GeminiException">The call failed, or the answer is not complete.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<string> GenerateTextAsync(PromptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Client.Executor.GenerateAsync<string, TextAnswer>(request, default, cancellationToken);
    }

    /// <summary>Sends the request and gives the answer's text with what belongs to it.</summary>
    /// <param name="request">The written request.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <returns>The result, complete or not.</returns>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<PromptResult<string>> GenerateTextResultAsync(PromptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Client.Executor.GenerateAsync<PromptResult<string>, TextResultAnswer>(request, default, cancellationToken);
    }

    /// <summary>Sends the request and reads the answer's JSON.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="request">The written request.</param>
    /// <param name="typeInfo">How to read <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <returns>The value.</returns>
    /// <exception cref="GeminiException">The call failed, or the answer is not complete or does not fit <typeparamref name="T"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<T> GenerateAsync<T>(PromptRequest request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return request.Client.Executor.GenerateAsync<T, TypedAnswer<T>>(request, new TypedAnswer<T>(typeInfo), cancellationToken);
    }

    /// <summary>Sends the request and reads the answer's JSON, with what belongs to it.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="request">The written request.</param>
    /// <param name="typeInfo">How to read <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the call and closes its connection.</param>
    /// <returns>The result, complete or not.</returns>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<PromptResult<T>> GenerateResultAsync<T>(PromptRequest request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return request.Client.Executor.GenerateAsync<PromptResult<T>, TypedResultAnswer<T>>(request, new TypedResultAnswer<T>(typeInfo), cancellationToken);
    }

    /// <summary>Shows what would be sent, and sends nothing.</summary>
    /// <param name="request">The written request.</param>
    /// <param name="isStreamed">Whether the method streams its answer.</param>
    /// <param name="cancellationToken">Cancels the reading of media.</param>
    /// <returns>What would be sent.</returns>
    /// <exception cref="GeminiConfigurationException">No model is known, or the options of the call are out of their bounds.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<RenderedPrompt> RenderAsync(PromptRequest request, bool isStreamed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Client.Executor.RenderAsync(request, isStreamed, cancellationToken);
    }

    /// <summary>Prepares a stream of text. Nothing is sent before its enumeration starts.</summary>
    /// <param name="request">The written request.</param>
    /// <param name="cancellationToken">Cancels the stream and closes its connection.</param>
    /// <returns>The stream, to be enumerated once.</returns>
    public static PromptStream<string> StreamText(PromptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PromptStream<string>(new TextStreamSource(request, cancellationToken));
    }

    /// <summary>Prepares a stream of the elements of an answer that is a JSON array. Nothing is sent before its enumeration starts.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    /// <param name="request">The written request; its schema is the array's.</param>
    /// <param name="typeInfo">How to read <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the stream and closes its connection.</param>
    /// <returns>The stream, to be enumerated once.</returns>
    public static PromptStream<T> StreamItems<T>(PromptRequest request, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new PromptStream<T>(new ItemStreamSource<T>(request, typeInfo, cancellationToken));
    }

    /// <summary>Prepares a stream of snapshots of an answer that is a JSON object. Nothing is sent before its enumeration starts.</summary>
    /// <typeparam name="TSnapshot">The snapshots' type.</typeparam>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="request">The written request; its schema is the answer's.</param>
    /// <param name="snapshotInfo">How to read a snapshot; everything in it may be missing.</param>
    /// <param name="typeInfo">How to read <typeparamref name="T"/>.</param>
    /// <param name="complete">Gives the whole answer to the last snapshot.</param>
    /// <param name="cancellationToken">Cancels the stream and closes its connection.</param>
    /// <returns>The stream, to be enumerated once.</returns>
    public static PromptStream<TSnapshot> StreamSnapshots<TSnapshot, T>(
        PromptRequest request, JsonTypeInfo<TSnapshot> snapshotInfo, JsonTypeInfo<T> typeInfo, Action<TSnapshot, T> complete, CancellationToken cancellationToken)
        where TSnapshot : class
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(snapshotInfo);
        ArgumentNullException.ThrowIfNull(typeInfo);
        ArgumentNullException.ThrowIfNull(complete);
        SnapshotReading<TSnapshot, T> reading = new(snapshotInfo, typeInfo, complete);
        return new PromptStream<TSnapshot>(new SnapshotStreamSource<TSnapshot, T>(request, reading, cancellationToken));
    }
}
