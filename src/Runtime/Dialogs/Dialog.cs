using System.Globalization;
using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>
/// A call that may need several requests: its history, the body that grows from request to request, and what has been said so far. The history gets
/// the new turns at the very end, or not at all.
/// </summary>
internal sealed class Dialog : IDisposable
{
    private HeldConversation? _history;
    private readonly List<ConversationTurn> _turns = [];
    private readonly List<GeminiException> _errors = [];
    private readonly List<GeminiAnswerException> _repairs = [];
    private ToolRunner? _tools;
    private PromptRequest _request;
    private bool _ownsRequest;
    private int _contentsEnd;
    private int _questionEnd;
    private int _attempts;
    private bool _disposed;

    private Dialog(PromptRequest request, PreparedMethod method, bool ownsRequest)
    {
        _request = request;
        _ownsRequest = ownsRequest;
        Method = method;
        Trace = new DialogTrace { Responses = method.KeepsResponses ? new KeptResponses() : null };
    }

    internal PreparedMethod Method { get; }

    internal PromptRequest Request => _request;

    internal TurnRecorder Recorder { get; } = new();

    internal DialogTrace Trace { get; }

    /// <summary>The time the call has taken so far, without that of tools.</summary>
    internal TimeSpan Spent { get; set; }

    /// <summary>All attempts of all requests.</summary>
    internal CallProgress Progress => new(Math.Max(1, _attempts), _errors, Spent);

    /// <summary>Starts a dialog: waits for the conversation, trims it and writes it before the user's turn.</summary>
    internal static async ValueTask<Dialog> OpenAsync(
        PromptRequest request, PreparedMethod method, ClientSettings settings, ILogger logger, CancellationToken cancellationToken)
    {
        // Making media ready has taken time already.
        long started = request.Started ?? settings.Clock.GetTimestamp();
        Dialog dialog = new(request, method, ownsRequest: true);
        try
        {
            if (request is DialogRequest own)
            {
                dialog._history = HeldConversation.Of(own);
                dialog._tools = own.Tools is { } set ? new ToolRunner(set, own, dialog._history?.Gate, settings, logger) : null;
                dialog._tools?.Check();
            }

            if (dialog._history is { } history)
            {
                await dialog.ReadHistoryAsync(history, settings, started, cancellationToken).ConfigureAwait(false);
            }

            dialog.Spent = settings.Clock.GetElapsedTime(started);
            dialog._contentsEnd = request.Body.Length;
            request.Body.Append(method.Tail);
            dialog.CheckSize();
            return dialog;
        }
        catch
        {
            dialog.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with a plain call whose answer is not at its end. The request stays the caller's to release.</summary>
    internal static Dialog Continue(PromptRequest request, PreparedMethod method, TimeSpan spent)
        => new(request, method, ownsRequest: false)
        {
            _contentsEnd = request.Body.Length - method.Tail.Length,
            Spent = spent,
        };

    /// <summary>Notes a response.</summary>
    internal void Add(Round round)
    {
        Recorder.ContinuationToken = null;
        Recorder.Add(round.Body.WrittenSpan);
        Trace.Responses?.Add(round.Body.WrittenSpan);
        Add(round.Progress);
    }

    /// <summary>Notes what it took to get a response.</summary>
    internal void Add(CallProgress progress)
    {
        _attempts += progress.Attempt;
        _errors.AddRange(progress.Errors);
        Trace.Rounds++;
    }

    /// <summary>Whether the answer goes on in a further response.</summary>
    internal bool IsCut(FinishReason finish) => finish == FinishReason.Continuation && Recorder.ContinuationToken is not null;

    /// <summary>Whether the model wants functions called before it answers. A turn that was cut or stopped is not acted upon.</summary>
    internal bool CallsFunctions(FinishReason finish) => _tools is not null && Recorder.Calls.Count > 0 && finish == FinishReason.Stop;

    /// <summary>Whether the model may be asked again after an answer that was complete, but is not what was asked for.</summary>
    internal bool MayAskAgain(GeminiAnswerException error)
        => _repairs.Count < Method.Method.MaxRepairs
            && error is GeminiMalformedAnswerException or GeminiInvalidAnswerException
            && error.FinishReason == FinishReason.Stop;

    /// <summary>Makes the request tell the model what is wrong with its answer. The conversation will know the question and the good answer only.</summary>
    internal void AskAgain(GeminiAnswerException error)
    {
        _repairs.Add(error);
        Trace.Repairs = [.. _repairs];
        byte[] answer = Recorder.ToContent()!;
        Recorder.Reset();
        PooledUtf8Buffer body = StartNextRequest();
        _questionEnd = _questionEnd == 0 ? _contentsEnd : _questionEnd;
        body.Truncate(_questionEnd);
        body.Append(","u8);
        body.Append(answer);
        body.Append(",{\"role\":\"user\",\"parts\":[{\"text\":\""u8);
        JsonText.AppendEscaped(body, RepairText.Write(error));
        body.Append("\"}]}"u8);
        _contentsEnd = body.Length;
        body.Append(Method.Tail);
    }

    /// <summary>Notes on an error what the requests before took.</summary>
    internal void Stamp(GeminiException error)
    {
        if (error is GeminiAnswerException answer)
        {
            answer.Repairs = Trace.Repairs;
        }

        error.Attempts += _attempts;
        error.AttemptErrors = [.. _errors, .. error.AttemptErrors];
    }

    /// <summary>Calls what the model wants called and makes the request tell it the results.</summary>
    internal async ValueTask CallFunctionsAsync(CancellationToken cancellationToken)
    {
        byte[] results = await _tools!.RunAsync(Recorder.Calls, cancellationToken).ConfigureAwait(false);
        byte[] content = Recorder.ToContent()!;
        Trace.ToolCalls = _tools.Calls;
        _turns.Add(new ConversationTurn(content));
        _turns.Add(new ConversationTurn(results));
        Recorder.Reset();

        PooledUtf8Buffer body = StartNextRequest();
        body.Truncate(_contentsEnd);
        body.Append(","u8);
        body.Append(content);
        body.Append(","u8);
        body.Append(results);
        _contentsEnd = body.Length;
        body.Append(Method.Tail);
    }

    /// <summary>Makes the request ask for what follows a response that was cut between two hops.</summary>
    internal void WriteContinuation()
    {
        string token = Recorder.ContinuationToken!;
        Recorder.Mark();
        PooledUtf8Buffer body = StartNextRequest();
        body.Truncate(_contentsEnd);
        body.Append(Method.Tail.AsSpan(0, Method.Tail.Length - 1));
        body.Append(",\"continuationToken\":\""u8);
        JsonText.AppendEscaped(body, token);
        body.Append("\"}"u8);
    }

    /// <summary>Adds the user's and the model's turns to the conversation.</summary>
    internal async ValueTask CommitAsync(ClientSettings settings, CancellationToken cancellationToken)
    {
        if (_history is not { } history || Recorder.ToContent() is not { } content)
        {
            return;
        }

        history.Conversation.Add([.. _turns, new ConversationTurn(content)]);
        await RunInTimeAsync(history.SaveAsync, "It was still saving its conversation.", settings, Spent, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        Recorder.Dispose();
        _history?.Dispose();
        if (_ownsRequest)
        {
            _request.Release();
        }
    }

    private async ValueTask ReadHistoryAsync(HeldConversation history, ClientSettings settings, long started, CancellationToken cancellationToken)
    {
        const string Waiting = "It waited for an earlier call on the same conversation the whole time. A stream holds its conversation until it is read to its end or disposed.";
        const string Reading = "It was still making its history ready: loading it, trimming it, or uploading its media again.";
        await RunInTimeAsync(history.EnterAsync, Waiting, settings, settings.Clock.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
        await RunInTimeAsync(ReadAsync, Reading, settings, settings.Clock.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);

        async ValueTask ReadAsync(CancellationToken timed)
        {
            await history.LoadAsync(timed).ConfigureAwait(false);
            (ConversationTurn[] turns, Trace.Trim) = await ConversationTrimmer.TrimAsync(history.Conversation, history.Gate, timed).ConfigureAwait(false);
            HistoryFiles files = new(Request.Client.Files, settings.Clock);
            WriteHistory(await files.RefreshAsync(history.Conversation, turns, timed).ConfigureAwait(false));
        }
    }

    /// <summary>Does what a call does beside its requests, within its time.</summary>
    private async ValueTask RunInTimeAsync(
        Func<CancellationToken, ValueTask> work, string doing, ClientSettings settings, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        Deadline deadline = Deadline.Start(settings.Clock, Method.Policy.CallLimit(elapsed), cancellationToken);
        try
        {
            await work(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.HasExpired)
        {
            throw TimeoutErrors.Create(GeminiTimeLimit.Call, Method, new TimeoutException(doing, exception));
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled. " + doing, exception, cancellationToken);
        }
        finally
        {
            deadline.Dispose();
        }
    }

    // Media of earlier turns goes along with every later one.
    private void CheckSize()
    {
        if (_history is not null && _request.Body.Length > MediaLimits.Request)
        {
            throw new GeminiMediaTooLargeException(
                string.Create(CultureInfo.InvariantCulture, $"{Method.Method}: with the conversation's earlier turns the request has {_request.Body.Length:N0} bytes, and the API takes {MediaLimits.Request:N0}. ")
                + "Upload large media before it is used (GeminiFiles.UploadAsync, then GeminiFile.ToMedia), or let the conversation drop old turns (ConversationOptions.Trimming).")
            {
                Actual = _request.Body.Length,
                Limit = MediaLimits.Request,
            };
        }
    }

    private void WriteHistory(ConversationTurn[] history)
    {
        PooledUtf8Buffer body = _request.Body;
        _turns.Add(new ConversationTurn(body.WrittenSpan[_request.TurnStart..].ToArray(), files: (_request as DialogRequest)?.Files));
        Insert(body, _request.TurnStart, history);
    }

    /// <summary>Writes turns before the one that starts at a place.</summary>
    internal static void Insert(PooledUtf8Buffer body, int turnStart, ConversationTurn[] history)
    {
        if (history.Length == 0)
        {
            return;
        }

        using PooledUtf8Buffer turns = new();
        foreach (ConversationTurn turn in history)
        {
            turns.Append(turn.Content.Span);
            turns.Append(","u8);
        }

        body.Insert(turnStart, turns.WrittenSpan);
    }

    private PooledUtf8Buffer StartNextRequest()
    {
        if (!_request.TryHandOver(out PromptRequest next) && _ownsRequest)
        {
            _request.Release();
        }

        _request = next;
        _ownsRequest = true;
        return next.Body;
    }
}
