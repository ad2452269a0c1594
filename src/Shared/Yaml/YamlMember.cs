namespace GeminiGen.Shared.Yaml;

/// <summary>A name of a map and its value.</summary>
/// <param name="Key">The name, a scalar.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlMember(YamlValue Key, YamlValue Value)
{
    /// <summary>The name.</summary>
    public string Name => Key.Text;
}
