using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Runs calls that have a history, or need more than one request. Each request has the retries and limits of any call.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="transport">Carries the requests.</param>
/// <param name="methods">Knows what each method needs.</param>
/// <param name="logger">Is told of retries.</param>
internal sealed class DialogExecutor(ClientSettings settings, IGeminiTransport transport, MethodPreparer methods, ILogger logger)
{
    /// <summary>Gets a whole answer.</summary>
    internal async Task<TResult> GenerateAsync<TResult, TAttempt>(PromptRequest request, TAttempt attempt, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        using Dialog dialog = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            using Round last = await RunAsync(dialog, null, cancellationToken).ConfigureAwait(false);
            if (TryFinish(dialog, attempt, last, out TResult result, out bool isGood))
            {
                if (isGood)
                {
                    await CommitAsync(dialog, cancellationToken).ConfigureAwait(false);
                }

                return result;
            }
        }
    }

    /// <summary>Opens a stream and reads up to its first item. The session ends the dialog.</summary>
    internal async Task<TextStreamSession> OpenStreamAsync(PromptRequest request, CancellationToken cancellationToken)
    {
        Dialog dialog = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsync<TextStreamSession, TextStreamAttempt>(dialog, new(transport, settings, dialog), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            dialog.Dispose();
            throw;
        }
    }

    /// <summary>Goes on with a plain call whose first response was cut between two hops.</summary>
    internal async ValueTask<TResult> ContinueAsync<TResult, TAttempt>(
        PromptRequest request, PreparedMethod method, TAttempt attempt, Round first, TimeSpan spent, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        using Dialog dialog = Dialog.Continue(request, method, spent);
        using Round last = await RunAsync(dialog, first, cancellationToken).ConfigureAwait(false);
        return Finish<TResult, TAttempt>(dialog, attempt, last);
    }

    /// <summary>Gets the stream that follows one at its end; <see langword="null"/> when the answer is at its end, too.</summary>
    internal async ValueTask<TextStreamSession?> ContinueStreamAsync(TextStreamSession ended, Dialog dialog, CancellationToken cancellationToken)
    {
        if (dialog.IsCut(ended.FinishReason) && dialog.Trace.Hops + 1 < settings.MaxHops)
        {
            ended.Settle();
            dialog.Trace.Hops++;
            dialog.WriteContinuation();
        }
        else if (dialog.CallsFunctions(ended.FinishReason))
        {
            ended.Settle();
            dialog.Trace.Hops = 0;
            dialog.Trace.HasText = false;
            await dialog.CallFunctionsAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            return null;
        }

        TextStreamSession next = await SendAsync<TextStreamSession, TextStreamAttempt>(dialog, new(transport, settings, dialog), cancellationToken).ConfigureAwait(false);
        ended.HandOver();
        return next;
    }

    /// <summary>Ends a stream that ended well: its conversation gets the new turns.</summary>
    internal ValueTask CommitAsync(Dialog dialog, CancellationToken cancellationToken) => dialog.CommitAsync(settings, cancellationToken);

    /// <summary>Makes the result of the last response; false when the model is to be asked again.</summary>
    private bool TryFinish<TResult, TAttempt>(Dialog dialog, TAttempt attempt, Round last, out TResult result, out bool isGood)
        where TAttempt : struct, IAttempt<TResult>
    {
        GeminiAnswerException? fault;
        try
        {
            result = Finish<TResult, TAttempt>(dialog, attempt, last);
            fault = (result as IPromptOutcome)?.Error;
        }
        catch (GeminiAnswerException error) when (dialog.MayAskAgain(error))
        {
            result = default!;
            fault = error;
        }

        isGood = fault is null;
        if (fault is null || !dialog.MayAskAgain(fault))
        {
            return true;
        }

        KeepBeforeNextAnswer(dialog, last);
        dialog.AskAgain(fault);
        Log.AskingAgain(logger, dialog.Method.Method.ToString(), dialog.Method.Model, fault.GetType().Name, dialog.Trace.Repairs.Count, dialog.Method.Method.MaxRepairs);
        return false;
    }

    /// <summary>Sends until the model answers.</summary>
    private async ValueTask<Round> RunAsync(Dialog dialog, Round? first, CancellationToken cancellationToken)
    {
        Round round = first ?? await SendRoundAsync(dialog, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            dialog.Add(round);
            round = await FollowHopsAsync(dialog, round, cancellationToken).ConfigureAwait(false);
            if (!dialog.CallsFunctions(round.Fields.Finish))
            {
                return round;
            }

            KeepBeforeNextAnswer(dialog, round);
            round.Dispose();
            await dialog.CallFunctionsAsync(cancellationToken).ConfigureAwait(false);
            round = await SendRoundAsync(dialog, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Round> FollowHopsAsync(Dialog dialog, Round round, CancellationToken cancellationToken)
    {
        int hops = 1;
        string? thoughts = null;
        for (; dialog.IsCut(round.Fields.Finish) && hops < settings.MaxHops; hops++)
        {
            dialog.Trace.PriorUsage += round.Fields.Usage;
            thoughts = DialogTrace.Join(thoughts, round.Fields.Thoughts);
            dialog.WriteContinuation();
            round.Dispose();
            round = await SendRoundAsync(dialog, cancellationToken).ConfigureAwait(false);
            dialog.Add(round);
        }

        return hops > 1 ? Hops.Join(round, dialog, thoughts) : round;
    }

    /// <summary>What a round leaves behind when the model's answer begins anew.</summary>
    private static void KeepBeforeNextAnswer(Dialog dialog, Round round)
    {
        dialog.Trace.PriorUsage += round.Fields.Usage;
        dialog.Trace.PriorThoughts = DialogTrace.Join(dialog.Trace.PriorThoughts, round.Fields.Thoughts);
        dialog.Trace.Responses?.StartAnswer();
    }

    private ValueTask<Round> SendRoundAsync(Dialog dialog, CancellationToken cancellationToken)
        => SendAsync<Round, AnswerAttempt<Round, RoundAnswer>>(dialog, new(transport, settings, default), cancellationToken);

    private async ValueTask<TResult> SendAsync<TResult, TAttempt>(Dialog dialog, TAttempt attempt, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        // The call's limit counts what earlier requests took.
        long started = settings.Clock.GetTimestamp() - (long)(dialog.Spent.TotalSeconds * settings.Clock.TimestampFrequency);
        RetryState state = new(dialog.Method, settings, logger, started);
        RepeatedCall<TResult, TAttempt> call = new(dialog.Request, dialog.Method, attempt, state, firstFailure: null);
        try
        {
            return await call.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GeminiException error)
        {
            dialog.Stamp(error);
            throw;
        }
        finally
        {
            dialog.Spent = state.Elapsed;
        }
    }

    private async ValueTask<Dialog> OpenAsync(PromptRequest request, CancellationToken cancellationToken)
    {
        PreparedMethod method;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            method = methods.Prepare(request);
        }
        catch
        {
            request.Release();
            throw;
        }

        return await Dialog.OpenAsync(request, method, settings, logger, cancellationToken).ConfigureAwait(false);
    }

    private TResult Finish<TResult, TAttempt>(Dialog dialog, TAttempt attempt, Round last)
        where TAttempt : struct, IAttempt<TResult>
    {
        try
        {
            return attempt.Finish(last, new AnswerContext(dialog.Method, settings, dialog.Progress, last.Response, dialog.Trace));
        }
        catch (GeminiException error)
        {
            dialog.Stamp(error);
            throw;
        }
    }
}
