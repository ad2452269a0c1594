namespace GeminiGen.Testing;

/// <summary>How an evaluation runs.</summary>
public sealed class EvalOptions
{
    private int _maxConcurrency = 4;

    /// <summary>The name of the evaluation, for the report.</summary>
    public string Name { get; set; } = "Evaluation";

    /// <summary>How many cases are asked at the same time; 4 unless set. Quotas are kept by the client, which waits as the API asks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxConcurrency = value;
        }
    }

    /// <summary>The clock of durations; the system's unless set.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
