using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Sends a request once and makes something of the response. A struct, so that the executor's code is specialised for it.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IAttempt<TResult>
{
    /// <summary>One attempt.</summary>
    /// <exception cref="GeminiException">It failed; whether it may be repeated stands in the exception.</exception>
    ValueTask<TResult> RunAsync(PromptRequest request, PreparedMethod method, CallProgress progress, CancellationToken cancellationToken);

    /// <summary>Makes the result of the last of several responses.</summary>
    /// <exception cref="GeminiException">It is no whole answer where one is required.</exception>
    TResult Finish(Round last, in AnswerContext context);
}
