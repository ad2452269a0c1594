using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>An open stream: its connection, its time limits, and what has been read so far.</summary>
internal sealed class TextStreamSession : IAsyncDisposable
{
    private readonly PreparedMethod _method;
    private readonly ClientSettings _settings;
    private readonly CallProgress _progress;
    private readonly Dialog? _dialog;
    private readonly CancellationToken _caller;
    private readonly Deadline _deadline;
    private GeminiTimeLimit _limit;
    private HttpResponseMessage? _response;
    private EventStream? _stream;
    private IAsyncEnumerator<SseItem<string?>>? _events;
    private readonly PooledUtf8Buffer? _utf8;
    private readonly EventReader _reader;
    private readonly StringBuilder? _keptEvents;
    private bool _hasText;
    private bool _opened;
    private bool _disposed;

    internal TextStreamSession(PreparedMethod method, ClientSettings settings, CallProgress progress, Dialog? dialog, CancellationToken caller)
    {
        _method = method;
        _settings = settings;
        _progress = progress;
        _dialog = dialog;
        dialog?.Recorder.Rewind();
        _caller = caller;
        _utf8 = method.Method.Schema is null ? null : new PooledUtf8Buffer();
        _reader = new EventReader(_utf8, method.Method.IncludesThoughts);
        _keptEvents = method.KeepsResponses ? new StringBuilder() : null;
        TimeLimit limit = method.Policy.AttemptLimit(progress.Elapsed);
        _limit = limit.Kind;
        _deadline = Deadline.Start(settings.Clock, limit.Duration, caller);
    }

    /// <summary>The first text, or <see langword="null"/> when the stream ended without any.</summary>
    internal string? FirstText { get; private set; }

    /// <summary>The text read last, in a stream of typed answers: as bytes, in place of the text itself, which is then empty.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8!.WrittenSpan;

    internal AnswerContext Context => new(_method, _settings, _progress, _response!);

    /// <summary>What has been read so far; the counts of the last events only once something else has asked for them.</summary>
    internal ref readonly AnswerFields Fields => ref _reader.Fields;

    /// <summary>Sends the request and reads up to the first text.</summary>
    internal async ValueTask OpenAsync(IGeminiTransport transport, PromptRequest request)
    {
        try
        {
            _response = await transport.SendAsync(request, _method.Endpoint.Stream, _deadline.Token).ConfigureAwait(false);
            if (!_response.IsSuccessStatusCode)
            {
                await ThrowErrorResponseAsync(_response).ConfigureAwait(false);
            }

            Stream body = await _response.Content.ReadAsStreamAsync(_deadline.Token).ConfigureAwait(false);
            _stream = new EventStream(body, _deadline, _method.Policy.StreamIdleTimeout);
            _events = SseParser.Create(_stream, ReadEvent).EnumerateAsync(_deadline.Token).GetAsyncEnumerator(_deadline.Token);
        }
        catch (Exception exception) when (exception is not GeminiException)
        {
            throw Translate(exception);
        }

        FirstText = await ReadNextAsync().ConfigureAwait(false);
        if (FirstText is null && !GoesOn())
        {
            // A stream without text is no answer: it fails here, where it may still be repeated.
            Judge();
        }

        _opened = true;
        _limit = GeminiTimeLimit.StreamIdle;
        _stream.LimitsPauses = true;
        _deadline.Restart(Timeout.InfiniteTimeSpan);
    }

    /// <summary>The next text, or <see langword="null"/> at the stream's end.</summary>
    internal ValueTask<string?> ReadNextAsync()
    {
        // A text that has arrived already passes without a state machine of ours.
        ValueTask<bool> move = _events!.MoveNextAsync();
        if (!move.IsCompletedSuccessfully)
        {
            return ReadNextAsync(move);
        }

        bool more = move.Result;
        if (more && _events.Current.Data is { } text)
        {
            NoteText();
            return new ValueTask<string?>(text);
        }

        return ReadNextAsync(new ValueTask<bool>(more));
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<string?> ReadNextAsync(ValueTask<bool> move)
    {
        try
        {
            while (await move.ConfigureAwait(false))
            {
                if (_events!.Current.Data is { } text)
                {
                    NoteText();
                    return text;
                }

                move = _events.MoveNextAsync();
            }

            return await ReadTrailingJsonAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not GeminiException)
        {
            throw Translate(exception);
        }
    }

    // White space is an answer where text is asked for, and none where JSON is.
    private void NoteText() => _hasText = _hasText || _utf8 is null || Utf8.ContainsAnyExcept(" \t\r\n"u8);

    /// <summary>Notes on an error how many attempts the stream took to open.</summary>
    internal void Stamp(GeminiException error)
    {
        error.Attempts = _progress.Attempt;
        error.AttemptErrors = _progress.Errors;
    }

    /// <summary>What the stream belongs to, if it is part of more.</summary>
    internal Dialog? Dialog => _dialog;

    /// <summary>Whether the stream starts an answer, rather than going on with one that was cut between two hops.</summary>
    internal bool IsAnswerOfItsOwn => _dialog is not { Trace.Hops: > 0 };

    /// <summary>Why the model stopped, at the stream's end.</summary>
    internal FinishReason FinishReason => _reader.Fields.Finish;

    /// <summary>Counts the ended stream in: another one follows.</summary>
    internal void Settle()
    {
        ReadCounts();
        _dialog!.Trace.PriorUsage += _reader.Fields.Usage;
        _dialog.Trace.HasText |= _hasText;
        _dialog.Trace.PriorThoughts = Thoughts;
        _dialog.Trace.Responses?.Add(_keptEvents!.ToString());
        _dialog.Add(_progress);
    }

    /// <summary>Leaves the dialog to the stream that follows.</summary>
    internal void HandOver() => _opened = false;

    /// <summary>Says what belongs to the stream, which ended well.</summary>
    internal PromptCompletion Finish()
    {
        UsageMetadata usage = _reader.Fields.Usage;
        CallProgress progress = _progress;
        KeptResponses? responses = _keptEvents is null ? null : _dialog?.Trace.Responses ?? new KeptResponses();
        responses?.Add(_keptEvents!.ToString());
        if (_dialog is not null)
        {
            _dialog.Add(_progress);
            usage += _dialog.Trace.PriorUsage;
            progress = _dialog.Progress;
        }

        return new PromptCompletion
        {
            FinishReason = _reader.Fields.Finish,
            Usage = usage,
            Model = _method.Model,
            ModelVersion = _reader.Fields.ModelVersion,
            ResponseId = _reader.Fields.ResponseId,
            Cost = _method.Facts.Cost(usage, _settings.Clock),
            Thoughts = Thoughts,
            SafetyRatings = _reader.Fields.SafetyRatings ?? [],
            RawResponse = _method.Method.KeepsResponse ? responses!.ToArray() : null,
            Grounding = _method.Method.BuiltInTools == 0 ? null : responses!.ReadGrounding(),
            Trimmed = _dialog?.Trace.Trim,
            Rounds = _dialog?.Trace.Rounds ?? 1,
            ToolCalls = _dialog?.Trace.ToolCalls ?? [],
            Attempts = progress.Attempt,
            AttemptErrors = progress.Errors,
        };
    }

    private string? Thoughts => DialogTrace.Join(_dialog?.Trace.PriorThoughts, _reader.Fields.Thoughts);

    private bool GoesOn() => _dialog is not null && (_dialog.IsCut(FinishReason) || _dialog.CallsFunctions(FinishReason));

    /// <summary>Judges the ended stream.</summary>
    /// <exception cref="GeminiAnswerException">It was cut, blocked, or interrupted.</exception>
    internal void Judge()
    {
        if (ReadCounts() is { } malformed)
        {
            throw Interrupted(malformed);
        }

        PromptOutcome outcome = AnswerOutcome.Of(_reader.Fields, _hasText || _dialog is { Trace.HasText: true });
        if (outcome != PromptOutcome.Complete)
        {
            throw WasDropped() ? Interrupted(null) : AnswerErrors.Create(outcome, _reader.Fields, "", Context);
        }
    }

    // Nothing at all, or an answer that was begun and not ended. Responses without any candidate say that there is no answer, as they do outside
    // a stream.
    private bool WasDropped()
    {
        ref readonly AnswerFields fields = ref _reader.Fields;
        bool isEnded = fields.Finish.IsSpecified || fields.BlockReason is not null;
        return !isEnded && (fields.HasCandidate || !fields.IsResponse);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _stream?.Abort();
        _response?.Dispose();
        _deadline.Dispose();
        _reader.Dispose();
        _utf8?.Dispose();
        if (_opened)
        {
            // Before that, further attempts may follow, and the dialog stays open for them.
            _dialog?.Dispose();
        }

        _stream?.TakeTrailingJson()?.Dispose();
        if (_events is not null)
        {
            await _events.DisposeAsync().ConfigureAwait(false);
        }
    }

    private string? ReadEvent(string eventType, ReadOnlySpan<byte> data)
    {
        // Empty events keep connections alive; the closing word is another API's, which proxies carry over.
        if (data.IsEmpty || data.SequenceEqual("[DONE]"u8))
        {
            return null;
        }

        string? text;
        try
        {
            data = HalfSurrogates.Replace(data);
            text = _reader.Read(data);
            _dialog?.Recorder.Add(data);
            _keptEvents?.Append(_keptEvents.Length > 0 ? "," : "").Append(Encoding.UTF8.GetString(data));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Interrupted(exception);
        }

        return _reader.Fields.HasError ? throw ApiErrors.FromResponse(Context, data) : text;
    }

    // A bare JSON body in place of events, or after them: an error, or (from a proxy that dropped alt=sse) an array of responses.
    private async ValueTask<string?> ReadTrailingJsonAsync()
    {
        if (_stream!.TakeTrailingJson() is not { } json)
        {
            return null;
        }

        using (json)
        {
            await _stream.DrainAsync(json, _deadline.Token).ConfigureAwait(false);
            string? text = ReadEvent("", json.WrittenSpan);
            if (text is not null)
            {
                NoteText();
            }

            return text;
        }
    }

    private async ValueTask ThrowErrorResponseAsync(HttpResponseMessage response)
    {
        ResponseBody body = await ResponseBody.ReadAsync(response.Content, _deadline.Token).ConfigureAwait(false);
        try
        {
            throw ApiErrors.FromResponse(Context, body.Span);
        }
        finally
        {
            body.Return();
        }
    }

    private Exception Translate(Exception exception)
    {
        AttemptFailure failure = new(_method, _deadline.HasExpired ? _limit : null, _caller);
        Exception translated = failure.Translate(exception);
        return _hasText && translated is GeminiConnectionException ? Interrupted(exception) : translated;
    }

    private GeminiStreamInterruptedException Interrupted(Exception? cause)
    {
        ReadCounts();
        return new GeminiStreamInterruptedException(
            $"{_method.Method}: the stream of {_method.Model} broke off without a finish reason, so what arrived is incomplete. Call again.",
            cause)
        {
            FinishReason = _reader.Fields.Finish,
            Usage = _reader.Fields.Usage,
            Retry = RetryHint.Transient,
        };
    }

    /// <summary>Reads the counts that were kept unread; gives what is wrong with them.</summary>
    internal Exception? ReadCounts()
    {
        try
        {
            _reader.ReadCounts();
            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return exception;
        }
    }
}
