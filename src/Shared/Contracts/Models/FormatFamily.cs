namespace GeminiGen;

/// <summary>The types whose formats are known before anything runs.</summary>
internal enum FormatFamily
{
    /// <summary>What a type of the user's makes of a format shows at run time only.</summary>
    Unknown,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Numbers with a fraction.</summary>
    Fraction,

    /// <summary><c>DateTime</c> and <c>DateTimeOffset</c>.</summary>
    DateTime,

    /// <summary><c>DateOnly</c>.</summary>
    Date,

    /// <summary><c>TimeOnly</c>.</summary>
    Time,

    /// <summary><c>TimeSpan</c>.</summary>
    Duration,

    /// <summary><c>Guid</c>.</summary>
    Guid,
}
