using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <summary>A name of a Picoschema: <c>name</c>, <c>name?</c>, <c>name(array, description)</c>.</summary>
/// <param name="Text">The name itself.</param>
/// <param name="IsOptional">Whether <c>?</c> stands behind it.</param>
/// <param name="Type"><c>array</c>, <c>object</c> or <c>enum</c>; null when the value says the type.</param>
/// <param name="Description">The description in the parentheses, or null.</param>
internal readonly record struct PicoName(string Text, bool IsOptional, string? Type, string? Description)
{
    /// <summary>What stands for every other name.</summary>
    public const string Wildcard = "(*)";

    /// <summary>Takes a name apart.</summary>
    public static PicoName Parse(YamlValue key)
    {
        string text = key.Text;
        int open = text == Wildcard ? -1 : text.IndexOf('(');
        string name = open < 0 ? text : text.Substring(0, open).TrimEnd();
        bool isOptional = name.EndsWith("?", StringComparison.Ordinal);
        name = isOptional ? name.Substring(0, name.Length - 1) : name;
        if (open < 0)
        {
            return new PicoName(name, isOptional, null, null);
        }

        string inner = text.Substring(open + 1).TrimEnd();
        inner = inner.EndsWith(")", StringComparison.Ordinal) ? inner.Substring(0, inner.Length - 1) : inner;
        return new PicoName(name, isOptional, GetType(inner), GetDescription(inner));
    }

    /// <summary>The type before the first comma.</summary>
    public static string GetType(string text) => text.IndexOf(',') is >= 0 and int comma ? text.Substring(0, comma).Trim() : text.Trim();

    /// <summary>The description behind the first comma, or null.</summary>
    public static string? GetDescription(string text)
        => text.IndexOf(',') is >= 0 and int comma && text.Substring(comma + 1).Trim() is { Length: > 0 } description ? description : null;
}
