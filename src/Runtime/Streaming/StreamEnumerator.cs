using System.Runtime.CompilerServices;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Enumerates a stream: opens it (with retries) at the first move, then gives what its pieces of text make up.</summary>
/// <remarks>Written out rather than as an iterator, because the stream's completion has to learn how the enumeration ends.</remarks>
/// <typeparam name="T">The item's type.</typeparam>
internal abstract class StreamEnumerator<T> : IAsyncEnumerator<T>
{
    private readonly PromptStreamSource<T> _source;
    private readonly PromptRequest _request;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _methodToken;
    private readonly CancellationToken _enumerationToken;
    private readonly CancellationToken _token;
    private TextStreamSession? _session;

    protected StreamEnumerator(PromptStreamSource<T> source, PromptRequest request, CancellationToken methodToken, CancellationToken enumerationToken)
    {
        _source = source;
        _request = request;
        _methodToken = methodToken;
        _enumerationToken = enumerationToken;
        if (methodToken.CanBeCanceled && enumerationToken.CanBeCanceled && methodToken != enumerationToken)
        {
            _linked = CancellationTokenSource.CreateLinkedTokenSource(methodToken, enumerationToken);
        }

        _token = _linked?.Token ?? (enumerationToken.CanBeCanceled ? enumerationToken : methodToken);
    }

    public T Current { get; protected set; } = default!;

    protected bool HasEnded { get; private set; }

    /// <summary>Whether the caller wants no more. What has arrived already is then not given either.</summary>
    protected bool IsCancelled => _token.IsCancellationRequested;

    public virtual ValueTask<bool> MoveNextAsync() => HasEnded ? new ValueTask<bool>(false) : AdvanceAsync(null);

    public ValueTask DisposeAsync()
    {
        HasEnded = true;
        _source.Abandon();
        return CloseAsync();
    }

    /// <summary>The text of the answer so far; in streams of items that of the item on its way, because the others are the caller's already.</summary>
    protected abstract string Received { get; }

    /// <summary>Takes the next item from the text that has arrived into <see cref="Current"/>; false when more text is needed.</summary>
    /// <exception cref="GeminiAnswerException">The text is no such item.</exception>
    protected abstract bool TryTake();

    /// <summary>Adds a piece of text, which <see cref="TryTake"/> has asked for.</summary>
    /// <param name="text">The text; empty where the session has it as bytes.</param>
    /// <param name="session">Where it comes from.</param>
    protected abstract void Accept(string text, TextStreamSession session);

    /// <summary>Forgets the text so far: the model called functions, and its answer begins anew.</summary>
    protected virtual void Restart()
    {
    }

    /// <summary>Takes a last item once the stream has ended well; false when there is none.</summary>
    /// <param name="session">The ended stream.</param>
    /// <exception cref="GeminiAnswerException">The whole of the text is no answer.</exception>
    protected virtual bool TryTakeLast(TextStreamSession session) => false;

    /// <summary>Gives back what the enumeration held.</summary>
    protected virtual void Release()
    {
    }

    /// <summary>Starts reading the next piece of text.</summary>
    protected ValueTask<string?> ReadAsync() => _session is { } session ? session.ReadNextAsync() : OpenAsync();

    /// <summary>Reads until there is an item, or the end.</summary>
    /// <param name="arriving">A piece of text on its way, if one is.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected async ValueTask<bool> AdvanceAsync(ValueTask<string?>? arriving)
    {
        try
        {
            ThrowIfCancelled();
            while (!TryTake())
            {
                ValueTask<string?> reading = arriving ?? ReadAsync();
                arriving = null;
                string? text = await reading.ConfigureAwait(false);
                while (text is null && await _request.Client.Executor.ContinueStreamAsync(_session!, _token).ConfigureAwait(false) is { } next)
                {
                    text = await FollowAsync(next).ConfigureAwait(false);
                }

                if (text is null)
                {
                    return await TryEndAsync().ConfigureAwait(false);
                }

                Accept(text, _session!);
            }

            return true;
        }
        catch (Exception exception)
        {
            HasEnded = true;
            Exception seen = Own(exception);
            if (seen is GeminiException error)
            {
                _session?.Stamp(error);
            }

            (seen as GeminiAnswerException)?.AddText(Received);

            _source.Fail(seen);
            if (seen == exception)
            {
                throw;
            }

            throw seen;
        }
        finally
        {
            if (HasEnded)
            {
                await CloseAsync().ConfigureAwait(false);
            }
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<string?> OpenAsync()
    {
        _session = await _request.Client.Executor.OpenStreamAsync(_request, _token).ConfigureAwait(false);
        return _session.FirstText;
    }

    private async ValueTask<string?> FollowAsync(TextStreamSession next)
    {
        await _session!.DisposeAsync().ConfigureAwait(false);
        _session = next;
        if (next.IsAnswerOfItsOwn)
        {
            Restart();
        }

        return next.FirstText;
    }

    // The turn is kept before the last item is given: who has the whole answer in hand need not ask for more.
    private async ValueTask<bool> TryEndAsync()
    {
        _session!.Judge();
        bool hasLast = TryTakeLast(_session);
        await _request.Client.Executor.CommitStreamAsync(_session, _token).ConfigureAwait(false);
        HasEnded = true;
        _source.Complete(_session.Finish());
        return hasLast;
    }

    private void ThrowIfCancelled()
    {
        // Before it is opened, a stream has a request to release, and sees to that itself.
        if (_session is not null && IsCancelled)
        {
            throw new OperationCanceledException("The call was cancelled; its connection is closed.", _token);
        }
    }

    // The caller is to find a token of its own in the exception, not the one both were linked to.
    private Exception Own(Exception exception)
    {
        if (_linked is null || exception is not OperationCanceledException cancelled || cancelled.CancellationToken != _linked.Token)
        {
            return exception;
        }

        CancellationToken own = _methodToken.IsCancellationRequested ? _methodToken : _enumerationToken;
        return new OperationCanceledException(cancelled.Message, cancelled, own);
    }

    private ValueTask CloseAsync()
    {
        _linked?.Dispose();
        Release();
        return _session?.DisposeAsync() ?? default;
    }
}
