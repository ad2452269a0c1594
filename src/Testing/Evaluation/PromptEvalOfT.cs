namespace GeminiGen.Testing;

/// <summary>An evaluation: cases, the call, and scorers. A case passes when all of them are content.</summary>
/// <typeparam name="TInput">What is asked.</typeparam>
/// <typeparam name="TExpected">What is expected.</typeparam>
/// <typeparam name="TAnswer">What is answered.</typeparam>
public sealed class PromptEval<TInput, TExpected, TAnswer>
{
    private readonly IReadOnlyList<EvalCase<TInput, TExpected>> _cases;
    private readonly Func<TInput, CancellationToken, Task<EvalAnswer<TAnswer>>> _ask;
    private readonly List<(string Name, Func<EvalCase<TInput, TExpected>, TAnswer, CancellationToken, Task<EvalScore>> Score)> _scorers = [];

    internal PromptEval(IReadOnlyList<EvalCase<TInput, TExpected>> cases, Func<TInput, CancellationToken, Task<EvalAnswer<TAnswer>>> ask)
    {
        _cases = cases;
        _ask = ask;
    }

    /// <summary>Scores by a function that may ask a model: a contract that judges, say.</summary>
    /// <param name="name">The name of the score.</param>
    /// <param name="score">Scores an answer.</param>
    /// <returns>The same evaluation.</returns>
    /// <exception cref="ArgumentException">There is a score of this name already.</exception>
    public PromptEval<TInput, TExpected, TAnswer> Score(string name, Func<EvalCase<TInput, TExpected>, TAnswer, CancellationToken, Task<EvalScore>> score)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(score);
        if (_scorers.Exists(scorer => scorer.Name == name))
        {
            throw new ArgumentException($"There is a score '{name}' already; give this one another name.", nameof(name));
        }

        _scorers.Add((name, score));
        return this;
    }

    /// <summary>Scores by a function.</summary>
    /// <param name="name">The name of the score.</param>
    /// <param name="score">Scores an answer.</param>
    /// <returns>The same evaluation.</returns>
    public PromptEval<TInput, TExpected, TAnswer> Score(string name, Func<EvalCase<TInput, TExpected>, TAnswer, EvalScore> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return Score(name, (evalCase, answer, _) => Task.FromResult(score(evalCase, answer)));
    }

    /// <summary>Wants parts of answer and expectation to be equal.</summary>
    /// <typeparam name="TPart">The type of what is compared.</typeparam>
    /// <param name="ofAnswer">What of the answer is compared.</param>
    /// <param name="ofExpected">What of the expectation.</param>
    /// <param name="name">The name of the score.</param>
    /// <returns>The same evaluation.</returns>
    public PromptEval<TInput, TExpected, TAnswer> Exact<TPart>(Func<TAnswer, TPart> ofAnswer, Func<TExpected, TPart> ofExpected, string name = "exact")
    {
        ArgumentNullException.ThrowIfNull(ofAnswer);
        ArgumentNullException.ThrowIfNull(ofExpected);
        return Score(name, (evalCase, answer) =>
        {
            TPart expected = ofExpected(evalCase.Expected);
            TPart actual = ofAnswer(answer);
            return EvalScore.Of(EqualityComparer<TPart>.Default.Equals(actual, expected), $"{EvalText.Of(actual)} is not {EvalText.Of(expected)}");
        });
    }

    /// <summary>Wants words in a text, without regard to case; the score is the share that is there.</summary>
    /// <param name="ofAnswer">The text.</param>
    /// <param name="ofExpected">The words.</param>
    /// <param name="name">The name of the score.</param>
    /// <returns>The same evaluation.</returns>
    public PromptEval<TInput, TExpected, TAnswer> Contains(Func<TAnswer, string> ofAnswer, Func<TExpected, IEnumerable<string>> ofExpected, string name = "contains")
    {
        ArgumentNullException.ThrowIfNull(ofAnswer);
        ArgumentNullException.ThrowIfNull(ofExpected);
        return Score(name, (evalCase, answer) =>
        {
            string text = ofAnswer(answer);
            string[] words = [.. ofExpected(evalCase.Expected)];
            string[] missing = [.. words.Where(word => !text.Contains(word, StringComparison.OrdinalIgnoreCase))];
            return new EvalScore(
                words.Length == 0 ? 1 : 1 - ((double)missing.Length / words.Length),
                missing.Length == 0,
                missing.Length == 0 ? null : "missing: " + string.Join(", ", missing));
        });
    }

    /// <summary>Wants a number to be near another one.</summary>
    /// <param name="ofAnswer">The number of the answer.</param>
    /// <param name="ofExpected">The number expected.</param>
    /// <param name="tolerance">How far it may be away.</param>
    /// <param name="name">The name of the score.</param>
    /// <returns>The same evaluation.</returns>
    public PromptEval<TInput, TExpected, TAnswer> Within(Func<TAnswer, double> ofAnswer, Func<TExpected, double> ofExpected, double tolerance, string name = "within")
    {
        ArgumentNullException.ThrowIfNull(ofAnswer);
        ArgumentNullException.ThrowIfNull(ofExpected);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        return Score(name, (evalCase, answer) =>
        {
            double actual = ofAnswer(answer);
            double expected = ofExpected(evalCase.Expected);
            return EvalScore.Of(Math.Abs(actual - expected) <= tolerance, FormattableString.Invariant($"{actual} is not within {tolerance} of {expected}"));
        });
    }

    /// <summary>Wants members of JSON to be equal; the score is the share that is. Answer and expectation are given as JSON, an answer's <see cref="PromptResult{T}.Text"/> for instance.</summary>
    /// <param name="ofAnswer">The JSON of the answer.</param>
    /// <param name="ofExpected">The JSON expected.</param>
    /// <param name="fields">The members, as in <c>author.name</c>; all of the expectation's unless given.</param>
    /// <returns>The same evaluation.</returns>
    public PromptEval<TInput, TExpected, TAnswer> JsonFields(Func<TAnswer, string> ofAnswer, Func<TExpected, string> ofExpected, params string[] fields)
    {
        ArgumentNullException.ThrowIfNull(ofAnswer);
        ArgumentNullException.ThrowIfNull(ofExpected);
        ArgumentNullException.ThrowIfNull(fields);
        return Score("fields", (evalCase, answer) => JsonFieldScore.Compare(ofAnswer(answer), ofExpected(evalCase.Expected), fields));
    }

    /// <summary>Asks every case and scores its answer. Exceptions are told in the case's result; cancelling ends the run.</summary>
    /// <param name="options">How it runs, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The report, its results in the order of the cases.</returns>
    /// <exception cref="InvalidOperationException">There is no case, or no scorer.</exception>
    public async Task<EvalReport> RunAsync(EvalOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EvalOptions();
        if (_cases.Count == 0 || _scorers.Count == 0)
        {
            throw new InvalidOperationException(_cases.Count == 0 ? "The data set is empty, so that nothing would be evaluated." : "The evaluation has no scorer; add Exact, Contains, Within, JsonFields or Score.");
        }

        EvalResult[] results = new EvalResult[_cases.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.MaxConcurrency, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, _cases.Count, parallel, async (i, token) => results[i] = await AskAsync(_cases[i], options, token).ConfigureAwait(false)).ConfigureAwait(false);
        return new EvalReport(options.Name, [.. _scorers.Select(static scorer => scorer.Name)], results);
    }

    private async ValueTask<EvalResult> AskAsync(EvalCase<TInput, TExpected> evalCase, EvalOptions options, CancellationToken cancellationToken)
    {
        long started = options.TimeProvider.GetTimestamp();
        Dictionary<string, EvalScore> scores = [];
        EvalAnswer<TAnswer>? answer = null;
        TimeSpan duration = TimeSpan.Zero;
        string? error = null;
        try
        {
            answer = await _ask(evalCase.Input, cancellationToken).ConfigureAwait(false);
            duration = options.TimeProvider.GetElapsedTime(started);
            foreach ((string name, Func<EvalCase<TInput, TExpected>, TAnswer, CancellationToken, Task<EvalScore>> score) in _scorers)
            {
                EvalScore given = await score(evalCase, answer.Value.Value, cancellationToken).ConfigureAwait(false);

                // A number that is none would spoil the mean of all, and JSON has no word for it.
                scores[name] = double.IsFinite(given.Value) ? given : EvalScore.Of(false, FormattableString.Invariant($"the scorer gave {given.Value}, which is no score"));
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // One case's failure is a result of the evaluation, not its end.
            error = $"{exception.GetType().Name}: {exception.Message}";
        }

        duration = duration == TimeSpan.Zero ? options.TimeProvider.GetElapsedTime(started) : duration;
        string? text = answer is { } answered ? EvalText.Of(answered.Value) : null;
        return new EvalResult(evalCase.Name, EvalText.Of(evalCase.Input), EvalText.Of(evalCase.Expected), text, scores, error, duration)
        {
            Usage = answer?.Usage ?? default,
            Cost = answer?.Cost,
        };
    }
}
