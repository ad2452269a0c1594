namespace GeminiGen.Shared.Yaml;

/// <summary>What a YAML value is.</summary>
internal enum YamlKind
{
    /// <summary>Nothing stands there.</summary>
    Empty,

    /// <summary>A text, number or word.</summary>
    Scalar,

    /// <summary>A list.</summary>
    List,

    /// <summary>Names with values.</summary>
    Map,
}
