namespace GeminiGen.Testing;

/// <summary>One answer of a setup: a value, a function or a fault.</summary>
internal readonly record struct FakeStep<TArguments, TAnswer>
{
    private readonly TAnswer? _value;
    private readonly object? _source;

    internal FakeStep(TAnswer value) => _value = value;

    internal FakeStep(Func<TArguments, TAnswer> source) => _source = source;

    internal FakeStep(Func<TArguments, CancellationToken, Task<TAnswer>> source) => _source = source;

    internal FakeStep(Exception source) => _source = source;

    /// <summary>How long it takes.</summary>
    internal TimeSpan Delay { get; init; }

    internal ValueTask<TAnswer> GetAsync(TArguments arguments, CancellationToken cancellationToken) => _source switch
    {
        null => new(_value!),
        Func<TArguments, TAnswer> function => new(function(arguments)),
        Func<TArguments, CancellationToken, Task<TAnswer>> function => new(function(arguments, cancellationToken)),
        _ => throw (Exception)_source,
    };
}
