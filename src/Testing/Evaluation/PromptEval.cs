namespace GeminiGen.Testing;

/// <summary>Asks a contract the cases of a data set and scores its answers.</summary>
public static class PromptEval
{
    /// <summary>Starts an evaluation.</summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="cases">The data set, see <see cref="EvalData"/>.</param>
    /// <param name="ask">Asks one case.</param>
    /// <returns>The evaluation, without a scorer yet.</returns>
    public static PromptEval<TInput, TExpected, TAnswer> Of<TInput, TExpected, TAnswer>(IEnumerable<EvalCase<TInput, TExpected>> cases, Func<TInput, CancellationToken, Task<TAnswer>> ask)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(ask);
        return new([.. cases], async (input, token) => new EvalAnswer<TAnswer>(await ask(input, token).ConfigureAwait(false), default, null));
    }

    /// <summary>Starts an evaluation that also tells tokens and cost.</summary>
    /// <typeparam name="TInput">What is asked.</typeparam>
    /// <typeparam name="TExpected">What is expected.</typeparam>
    /// <typeparam name="TAnswer">What is answered.</typeparam>
    /// <param name="cases">The data set, see <see cref="EvalData"/>.</param>
    /// <param name="ask">Asks one case; an answer that is not complete is an error of the case.</param>
    /// <returns>The evaluation, without a scorer yet.</returns>
    public static PromptEval<TInput, TExpected, TAnswer> OfResults<TInput, TExpected, TAnswer>(IEnumerable<EvalCase<TInput, TExpected>> cases, Func<TInput, CancellationToken, Task<PromptResult<TAnswer>>> ask)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(ask);
        return new([.. cases], async (input, token) =>
        {
            PromptResult<TAnswer> result = await ask(input, token).ConfigureAwait(false);
            return new EvalAnswer<TAnswer>(result.Value, result.Usage, result.Cost);
        });
    }
}
