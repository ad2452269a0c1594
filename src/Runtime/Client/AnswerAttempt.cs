using System.Runtime.CompilerServices;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>One attempt at a whole answer.</summary>
internal readonly struct AnswerAttempt<TResult, TAnswer>(IGeminiTransport transport, ClientSettings settings, TAnswer answer) : IAttempt<TResult>
    where TAnswer : struct, IAnswer<TResult>
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TResult> RunAsync(PromptRequest request, PreparedMethod method, CallProgress progress, CancellationToken cancellationToken)
    {
        TimeLimit limit = method.Policy.AttemptLimit(progress.Elapsed);
        Deadline deadline = Deadline.Start(settings.Clock, limit.Duration, cancellationToken);
        HttpResponseMessage? response = null;
        ResponseBody body = default;
        try
        {
            try
            {
                response = await transport.SendAsync(request, method.Endpoint.Generate, deadline.Token).ConfigureAwait(false);
                body = await ResponseBody.ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not GeminiException)
            {
                AttemptFailure failure = new(method, deadline.HasExpired ? limit.Kind : null, cancellationToken);
                throw failure.Translate(exception);
            }

            AnswerContext context = new(method, settings, progress, response);
            return response.IsSuccessStatusCode ? answer.Read(body.Span, context) : throw ApiErrors.FromResponse(context, body.Span);
        }
        finally
        {
            body.Return();
            response?.Dispose();
            deadline.Dispose();
        }
    }

    public TResult Finish(Round last, in AnswerContext context) => answer.Read(last.Body.WrittenSpan, context);
}
