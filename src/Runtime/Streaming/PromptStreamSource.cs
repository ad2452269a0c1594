namespace GeminiGen;

/// <summary>What stands behind a <see cref="PromptStream{T}"/>.</summary>
/// <typeparam name="T">The item's type.</typeparam>
internal abstract class PromptStreamSource<T>
{
    private readonly TaskCompletionSource<PromptCompletion> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task<PromptCompletion> Completion => _completion.Task;

    internal abstract IAsyncEnumerator<T> EnumerateAsync(CancellationToken cancellationToken);

    /// <summary>The stream ended well.</summary>
    internal void Complete(PromptCompletion completion) => _completion.TrySetResult(completion);

    /// <summary>The stream ended with an exception, which the enumeration throws as well.</summary>
    internal void Fail(Exception exception)
    {
        bool first = exception is OperationCanceledException cancelled
            ? _completion.TrySetCanceled(cancelled.CancellationToken)
            : _completion.TrySetException(exception);
        if (first)
        {
            // Looked at here, because who saw it in the enumeration need not look at the task: no report of an unobserved exception.
            _ = _completion.Task.Exception;
        }
    }

    /// <summary>The enumeration was left before the stream's end.</summary>
    internal void Abandon() => _completion.TrySetCanceled();
}
