namespace GeminiGen.Generator.Emission;

/// <summary>What a rule is about.</summary>
internal enum RuleKind
{
    /// <summary>How large a number is.</summary>
    Range,

    /// <summary>How long a text is, or how many elements there are.</summary>
    Length,

    /// <summary>Which values there are.</summary>
    Values,
}
