using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Runs calls: finds out what the method needs, makes the first attempt, and repeats it where that helps.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="transport">Carries the requests.</param>
/// <param name="logger">Is told of retries.</param>
internal sealed class PromptExecutor(ClientSettings settings, IGeminiTransport transport, ILogger logger)
{
    private readonly MethodPreparer _methods = new(settings, transport, logger);

    /// <summary>Gets a whole answer.</summary>
    internal Task<TResult> GenerateAsync<TResult, TAnswer>(PromptRequest request, TAnswer answer, CancellationToken cancellationToken)
        where TAnswer : struct, IAnswer<TResult>
        => RunAsync<TResult, AnswerAttempt<TResult, TAnswer>>(request, new(transport, settings, answer), cancellationToken);

    /// <summary>Opens a stream and reads up to its first item.</summary>
    internal Task<TextStreamSession> OpenStreamAsync(PromptRequest request, CancellationToken cancellationToken)
        => RunAsync<TextStreamSession, TextStreamAttempt>(request, new(transport, settings), cancellationToken);

    private async Task<TResult> RunAsync<TResult, TAttempt>(PromptRequest request, TAttempt attempt, CancellationToken cancellationToken)
        where TAttempt : struct, IAttempt<TResult>
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            PreparedMethod method = _methods.Prepare(request.Method);
            request.Body.Append(method.Tail);
            long started = settings.Clock.GetTimestamp();
            GeminiException failure;
            try
            {
                // The first attempt runs outside the pipeline: entering it costs several allocations, and nearly all calls succeed at once.
                // A failure enters it as the outcome of its first execution, so that what follows is the pipeline's alone.
                return await attempt.RunAsync(request, method, CallProgress.First, cancellationToken).ConfigureAwait(false);
            }
            catch (GeminiException exception)
            {
                failure = exception;
            }

            RetryState state = new(method, settings, logger, started);
            RepeatedCall<TResult, TAttempt> call = new(request, method, attempt, state, failure);
            return await call.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Release();
        }
    }
}
