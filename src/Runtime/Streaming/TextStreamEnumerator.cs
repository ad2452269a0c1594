using System.Runtime.CompilerServices;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Enumerates a stream of text: opens it (with retries) at the first move, then gives each text as it arrives.</summary>
/// <remarks>Written out rather than as an iterator, because the stream's completion has to learn how the enumeration ends.</remarks>
internal sealed class TextStreamEnumerator : IAsyncEnumerator<string>
{
    private readonly TextStreamSource _source;
    private readonly PromptRequest _request;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _methodToken;
    private readonly CancellationToken _enumerationToken;
    private readonly CancellationToken _token;
    private TextStreamSession? _session;
    private bool _ended;

    internal TextStreamEnumerator(TextStreamSource source, PromptRequest request, CancellationToken methodToken, CancellationToken enumerationToken)
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

    public string Current { get; private set; } = "";

    public ValueTask<bool> MoveNextAsync()
    {
        if (_ended)
        {
            return new ValueTask<bool>(false);
        }

        ValueTask<string?> reading = _session is { } session ? session.ReadNextAsync() : OpenAsync();
        if (!reading.IsCompletedSuccessfully)
        {
            return MoveNextAsync(reading);
        }

        // As in the session: no state machine for what is there already.
        string? text = reading.Result;
        if (text is null)
        {
            return MoveNextAsync(new ValueTask<string?>(text));
        }

        Current = text;
        return new ValueTask<bool>(true);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<string?> OpenAsync()
    {
        _session = await _request.Client.Executor.OpenStreamAsync(_request, _token).ConfigureAwait(false);
        return _session.FirstText;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> MoveNextAsync(ValueTask<string?> reading)
    {
        try
        {
            string? text = await reading.ConfigureAwait(false);
            while (text is null && await _request.Client.Executor.ContinueStreamAsync(_session!, _token).ConfigureAwait(false) is { } next)
            {
                await _session!.DisposeAsync().ConfigureAwait(false);
                _session = next;
                text = next.FirstText;
            }

            if (text is not null)
            {
                Current = text;
                return true;
            }

            _ended = true;
            _source.Complete(_session!.Finish());
            return false;
        }
        catch (Exception exception)
        {
            _ended = true;
            Exception seen = Own(exception);
            if (seen is GeminiException error)
            {
                _session?.Stamp(error);
            }

            _source.Fail(seen);
            if (seen == exception)
            {
                throw;
            }

            throw seen;
        }
        finally
        {
            if (_ended)
            {
                await CloseAsync().ConfigureAwait(false);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _ended = true;
        _source.Abandon();
        return CloseAsync();
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
        return _session?.DisposeAsync() ?? default;
    }
}
