namespace GeminiGen.Analyzers.Keys;

/// <summary>How an expression comes to a part of its text.</summary>
internal enum TextReach
{
    /// <summary>The part stands in the expression.</summary>
    Direct,

    /// <summary>The expression names a local variable or a builder that the part went into.</summary>
    Local,

    /// <summary>The expression names a field, a property or a method that gives the part.</summary>
    Member,
}
