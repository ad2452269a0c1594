using GeminiGen.CompilerServices;
using Polly;

namespace GeminiGen;

/// <summary>A call whose first attempt failed, run through the retry pipeline.</summary>
/// <param name="request">The request; the same bytes go out again.</param>
/// <param name="method">The method called.</param>
/// <param name="attempt">What an attempt does.</param>
/// <param name="state">What the pipeline decides by.</param>
/// <param name="firstFailure">How the first attempt ended, or <see langword="null"/> when none has been made.</param>
internal sealed class RepeatedCall<TResult, TAttempt>(
    PromptRequest request,
    PreparedMethod method,
    TAttempt attempt,
    RetryState state,
    GeminiException? firstFailure)
    where TAttempt : struct, IAttempt<TResult>
{
    private GeminiException? _firstFailure = firstFailure;

    internal async ValueTask<TResult> RunAsync(CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryPipeline.State, state);
        try
        {
            Outcome<TResult> outcome = await method.Policy.Retries.ExecuteOutcomeAsync(
                static (context, call) => call.NextAsync(context.CancellationToken), context, this).ConfigureAwait(false);
            outcome.ThrowIfException();
            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // The pipeline wants outcomes rather than exceptions, whatever their type.
    private async ValueTask<Outcome<TResult>> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_firstFailure is { } failure)
            {
                _firstFailure = null;
                state.Add(failure);
                return Outcome.FromException<TResult>(failure);
            }

            CallProgress progress = new(state.Attempts + 1, state.Errors, state.Elapsed);
            return Outcome.FromResult(await attempt.RunAsync(request, method, progress, cancellationToken).ConfigureAwait(false));
        }
        catch (GeminiException exception)
        {
            state.Add(exception);
            return Outcome.FromException<TResult>(exception);
        }
        catch (Exception exception)
        {
            return Outcome.FromException<TResult>(exception);
        }
    }
}
