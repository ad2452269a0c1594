namespace GeminiGen.Testing;

/// <summary>
/// What a fake's method answers. Each answer added follows the one before, call by call, and the last one repeats; <see cref="Times"/> ends that. Where a method has several setups, the
/// newest that takes the arguments and is not used up answers.
/// </summary>
/// <typeparam name="TArguments">The arguments as a tuple, named like the parameters.</typeparam>
/// <typeparam name="TAnswer">What the method answers.</typeparam>
public sealed class FakeSetup<TArguments, TAnswer> : FakeSetup
{
    private readonly object _lock = new();
    private readonly List<FakeStep<TArguments, TAnswer>> _steps = [];
    private Func<TArguments, bool>? _condition;
    private TimeSpan _delay;
    private int _limit = int.MaxValue;
    private int _taken;

    internal FakeSetup()
    {
    }

    /// <summary>Restricts the setup to some arguments.</summary>
    /// <param name="condition">Whether it answers a call.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> When(Func<TArguments, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        lock (_lock)
        {
            _condition = _condition is { } other ? arguments => other(arguments) && condition(arguments) : condition;
        }

        return this;
    }

    /// <summary>Answers with a value.</summary>
    /// <param name="answer">The value.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Returns(TAnswer answer) => Add(new FakeStep<TArguments, TAnswer>(answer));

    /// <summary>Answers with a function of the arguments. What it throws, the call throws.</summary>
    /// <param name="answer">The function.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Returns(Func<TArguments, TAnswer> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(new FakeStep<TArguments, TAnswer>(answer));
    }

    /// <summary>Answers with a function of the arguments that takes its time. What it throws, the call throws.</summary>
    /// <param name="answer">The function; its token is the call's.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Returns(Func<TArguments, CancellationToken, Task<TAnswer>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add(new FakeStep<TArguments, TAnswer>(answer));
    }

    /// <summary>Fails, for instance with a <see cref="GeminiQuotaExceededException"/>.</summary>
    /// <param name="exception">What the call throws.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add(new FakeStep<TArguments, TAnswer>(exception));
    }

    /// <summary>Answers one call after the other with these values, and no more calls than that.</summary>
    /// <param name="answers">The values.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Sequence(params TAnswer[] answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        foreach (TAnswer answer in answers)
        {
            Returns(answer);
        }

        lock (_lock)
        {
            _limit = _steps.Count;
        }

        return this;
    }

    /// <summary>Lets every answer of this setup take a time, by <see cref="GeminiFakeOptions.TimeProvider"/>; a stream, until it begins.</summary>
    /// <param name="delay">The time.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        lock (_lock)
        {
            _delay = delay;
        }

        return this;
    }

    /// <summary>Ends the setup after a number of calls.</summary>
    /// <param name="count">How many calls it answers.</param>
    /// <returns>The same setup.</returns>
    public FakeSetup<TArguments, TAnswer> Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_lock)
        {
            _limit = count;
        }

        return this;
    }

    /// <summary>Takes the next answer, if this setup answers the call.</summary>
    internal FakeStep<TArguments, TAnswer>? TryTake(TArguments arguments)
    {
        Func<TArguments, bool>? condition;
        lock (_lock)
        {
            condition = _condition;
        }

        // The test's own code runs outside of the lock: it may use the fake.
        if (condition is not null && !condition(arguments))
        {
            return null;
        }

        lock (_lock)
        {
            return _steps.Count > 0 && _taken < _limit ? _steps[Math.Min(_taken++, _steps.Count - 1)] with { Delay = _delay } : null;
        }
    }

    private FakeSetup<TArguments, TAnswer> Add(FakeStep<TArguments, TAnswer> step)
    {
        lock (_lock)
        {
            _steps.Add(step);
        }

        return this;
    }
}
