namespace GeminiGen;

/// <summary>What attributes ask of a member's value: told to the model as far as its schemas can, and checked on every answer.</summary>
internal sealed record AnswerRules
{
    /// <summary>The lowest number, or null.</summary>
    public AnswerBound? Minimum { get; init; }

    /// <summary>The highest number, or null.</summary>
    public AnswerBound? Maximum { get; init; }

    /// <summary>The fewest characters or elements, or null.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters or elements, or null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The regular expression the whole text matches, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>How long matching may take, in milliseconds.</summary>
    public int PatternTimeout { get; init; }

    /// <summary>The only values there are; empty when any will do.</summary>
    public EquatableArray<AllowedValue> Values { get; init; }

    /// <summary>Whether the value has to be there, and a text has to be more than white space.</summary>
    public bool IsRequired { get; init; }
}
