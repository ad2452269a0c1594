using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Runs calls: finds out what the method needs, makes the first attempt, and repeats it where that helps.</summary>
internal sealed class PromptExecutor
{
    private readonly GeminiClient _client;
    private readonly ClientSettings _settings;
    private readonly IGeminiTransport _transport;
    private readonly ILogger _logger;
    private readonly MethodPreparer _methods;
    private readonly DialogExecutor _dialogs;
    private readonly MediaPreparer _media;

    internal PromptExecutor(GeminiClient client, ClientSettings settings, IGeminiTransport transport, GeminiFiles files, ILogger logger)
    {
        _client = client;
        _settings = settings;
        _transport = transport;
        _logger = logger;
        _methods = new MethodPreparer(settings, transport, logger);
        _dialogs = new DialogExecutor(settings, transport, _methods, logger);
        _media = new MediaPreparer(settings, files);
    }

    /// <summary>Shows what would be sent.</summary>
    internal Task<RenderedPrompt> RenderAsync(PromptRequest request, bool isStreamed, CancellationToken cancellationToken)
        => new PromptRenderer(_methods).RenderAsync(request, isStreamed, cancellationToken);

    /// <summary>Gets a whole answer.</summary>
    internal Task<TResult> GenerateAsync<TResult, TAnswer>(PromptRequest request, TAnswer answer, CancellationToken cancellationToken)
        where TAnswer : struct, IAnswer<TResult>
        => request.MediaParts is { IsReady: false } media ? GenerateWithMediaAsync<TResult, TAnswer>(request, media, answer, cancellationToken)
            : request is DialogRequest || request.Method.MaxRepairs > 0
            ? _dialogs.GenerateAsync<TResult, AnswerAttempt<TResult, TAnswer>>(request, new(_transport, _settings, answer), cancellationToken)
            : RunAsync<TResult, AnswerAttempt<TResult, TAnswer>>(request, new(_transport, _settings, answer), cancellationToken);

    /// <summary>Opens a stream and reads up to its first item.</summary>
    internal Task<TextStreamSession> OpenStreamAsync(PromptRequest request, CancellationToken cancellationToken)
    {
        request.IsStreamed = true;
        return request.MediaParts is { IsReady: false } media ? OpenStreamWithMediaAsync(request, media, cancellationToken)
            : request is DialogRequest || MayAnswerInHops(request)
            ? _dialogs.OpenStreamAsync(request, cancellationToken)
            : RunAsync<TextStreamSession, TextStreamAttempt>(request, new(_transport, _settings), cancellationToken);
    }

    /// <summary>Gets the stream that follows one at its end, in an answer of several; <see langword="null"/> when none does.</summary>
    internal ValueTask<TextStreamSession?> ContinueStreamAsync(TextStreamSession ended, CancellationToken cancellationToken)
        => ended.Dialog is { } dialog ? _dialogs.ContinueStreamAsync(ended, dialog, cancellationToken) : default;

    /// <summary>Keeps what was said in a stream that ended well.</summary>
    internal ValueTask CommitStreamAsync(TextStreamSession ended, CancellationToken cancellationToken)
        => ended.Dialog is { } dialog ? _dialogs.CommitAsync(dialog, cancellationToken) : default;

    /// <summary>Gets the vector of one text.</summary>
    internal async Task<float[]> EmbedAsync(PromptMethod method, string text, string? title, CancellationToken cancellationToken)
    {
        EmbeddingRequest request = new(_client, method);
        request.WriteOne(_methods.Prepare(request).Model, text, title);
        return (await SendAsync(request, 1, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Gets the vectors of texts, batch after batch.</summary>
    internal async Task<float[][]> EmbedAllAsync(PromptMethod method, string[] texts, CancellationToken cancellationToken)
    {
        long started = _settings.Clock.GetTimestamp();
        float[][] vectors = new float[texts.Length][];
        for (int start = 0; start < texts.Length; start += EmbeddingLimits.TextsPerBatch)
        {
            int count = Math.Min(EmbeddingLimits.TextsPerBatch, texts.Length - start);
            // The call's time is one for all batches.
            EmbeddingRequest request = new(_client, method) { Started = started };
            request.WriteBatch(_methods.Prepare(request).Model, texts.AsSpan(start, count));
            float[][] batch = await SendAsync(request, count, cancellationToken).ConfigureAwait(false);
            batch.CopyTo(vectors, start);
        }

        return vectors;
    }

    private Task<float[][]> SendAsync(EmbeddingRequest request, int count, CancellationToken cancellationToken)
        => RunAsync<float[][], AnswerAttempt<float[][], EmbeddingAnswer>>(request, new(_transport, _settings, new EmbeddingAnswer(count)), cancellationToken);

    private async Task<TResult> GenerateWithMediaAsync<TResult, TAnswer>(
        PromptRequest request, MediaParts media, TAnswer answer, CancellationToken cancellationToken)
        where TAnswer : struct, IAnswer<TResult>
    {
        await PrepareMediaAsync(request, media, cancellationToken).ConfigureAwait(false);
        return await GenerateAsync<TResult, TAnswer>(request, answer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TextStreamSession> OpenStreamWithMediaAsync(PromptRequest request, MediaParts media, CancellationToken cancellationToken)
    {
        await PrepareMediaAsync(request, media, cancellationToken).ConfigureAwait(false);
        return await OpenStreamAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task PrepareMediaAsync(PromptRequest request, MediaParts media, CancellationToken cancellationToken)
    {
        request.Started = _settings.Clock.GetTimestamp();
        try
        {
            await _media.PrepareAsync(request, media, _methods.Prepare(request), cancellationToken).ConfigureAwait(false);
            if (request is DialogRequest { HasHistory: true } dialog)
            {
                // A history keeps what was said, media included.
                dialog.Files = media.GetFiles();
                await request.WriteMediaIntoBodyAsync(cancellationToken).ConfigureAwait(false);
            }

            media.IsReady = true;
        }
        catch
        {
            request.Release();
            throw;
        }
    }

    private bool MayAnswerInHops(PromptRequest request)
    {
        try
        {
            return _methods.Prepare(request).Facts.MayAnswerInHops;
        }
        catch (GeminiException)
        {
            // The call says so itself, and in its turn.
            return false;
        }
    }

    private async Task<TResult> RunAsync<TResult, TAttempt>(PromptRequest request, TAttempt attempt, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            PreparedMethod method = _methods.Prepare(request);
            request.Body.Append(method.Tail);
            long started = request.Started ?? _settings.Clock.GetTimestamp();
            Exception failure;
            try
            {
                // The first attempt runs outside the pipeline: entering it costs several allocations, and nearly all calls succeed at once.
                // A failure enters it as the outcome of its first execution, so that what follows is the pipeline's alone.
                return await attempt.RunAsync(request, method, FirstProgress(request), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is GeminiException or ContinuationReceived)
            {
                failure = exception;
            }

            return await FinishAsync<TResult, TAttempt>(request, method, attempt, failure, started, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Release();
        }
    }

    /// <summary>Repeats what failed, and gets the rest of what is not at its end.</summary>
    private async ValueTask<TResult> FinishAsync<TResult, TAttempt>(
        PromptRequest request, PreparedMethod method, TAttempt attempt, Exception firstEnd, long started, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        ContinuationReceived? unfinished = firstEnd as ContinuationReceived;
        if (firstEnd is GeminiException failure)
        {
            RetryState state = new(method, _settings, _logger, started);
            RepeatedCall<TResult, TAttempt> call = new(request, method, attempt, state, failure);
            try
            {
                return await call.RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ContinuationReceived received)
            {
                unfinished = received;
            }
        }

        TimeSpan spent = _settings.Clock.GetElapsedTime(started);
        return await _dialogs.ContinueAsync<TResult, TAttempt>(request, method, attempt, unfinished!.Round, spent, cancellationToken).ConfigureAwait(false);
    }

    // Only media, and batches of texts before this one, take time before the first attempt.
    private CallProgress FirstProgress(PromptRequest request) => request.Started is { } started
        ? CallProgress.First with { Elapsed = _settings.Clock.GetElapsedTime(started) }
        : CallProgress.First;
}
