namespace GeminiGen.Shared.Catalog;

/// <summary>How a property of the data is written as C#.</summary>
internal enum FieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A list of strings.</summary>
    TextList,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal, exact as written.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day: <c>yyyy-MM-dd</c>, or <c>yyyy-MM</c> for the last day of a month.</summary>
    Date,

    /// <summary>A member of an enum: <c>shut-down</c> is <c>ShutDown</c>, true is <c>Yes</c>, false is <c>No</c>.</summary>
    Enum,

    /// <summary>Like <see cref="Enum"/>, where any other text means <c>Partial</c>.</summary>
    Support,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A list of objects.</summary>
    ObjectList,
}
