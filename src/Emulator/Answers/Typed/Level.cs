namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>How deep in an answer a value stands, and how many values the answer has so far.</summary>
internal sealed class Level
{
    /// <summary>Below this depth there is no more than there must be, which ends schemas that contain themselves.</summary>
    private const int MaxDepth = 6;

    /// <summary>A schema that contains itself ten times has millions of values within that depth.</summary>
    private const int MaxValues = 1000;

    private readonly int _depth;
    private readonly Counter _values;

    private Level(int depth, Counter values)
    {
        _depth = depth;
        _values = values;
    }

    /// <summary>Whether nothing more shall be added than there must be.</summary>
    public bool IsDeep => _depth >= MaxDepth || _values.Count >= MaxValues;

    public static Level Top() => new(0, new Counter());

    /// <summary>The level of one more value, inside this one.</summary>
    public Level Descend()
    {
        _values.Count++;
        return new Level(_depth + 1, _values);
    }

    private sealed class Counter
    {
        public int Count { get; set; }
    }
}
