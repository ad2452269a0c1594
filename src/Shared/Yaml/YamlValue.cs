using System.Globalization;
using System.Numerics;

namespace GeminiGen.Shared.Yaml;

/// <summary>A YAML value that knows where it stands.</summary>
internal sealed class YamlValue
{
    private YamlValue(YamlKind kind, int start, int length)
    {
        Kind = kind;
        Start = start;
        Length = length;
    }

    /// <summary>What it is.</summary>
    public YamlKind Kind { get; }

    /// <summary>Its first character.</summary>
    public int Start { get; }

    /// <summary>How many characters it covers; of a list or map those of its first line.</summary>
    public int Length { get; }

    /// <summary>The text of a scalar.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Whether a scalar stands in quotes or in a block, so that it is a text whatever it looks like.</summary>
    public bool IsQuoted { get; private init; }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<YamlValue> Items { get; private init; } = [];

    /// <summary>The members of a map, in order.</summary>
    public IReadOnlyList<YamlMember> Members { get; private init; } = [];

    /// <summary>Whether nothing, or <c>null</c>, stands there.</summary>
    public bool IsNull => Kind == YamlKind.Empty || (Kind == YamlKind.Scalar && !IsQuoted && Text is "null" or "~");

    /// <summary>No value.</summary>
    public static YamlValue Empty(int start) => new(YamlKind.Empty, start, 0);

    /// <summary>A scalar.</summary>
    public static YamlValue Scalar(string text, int start, int length, bool isQuoted) => new(YamlKind.Scalar, start, length) { Text = text, IsQuoted = isQuoted };

    /// <summary>A list.</summary>
    public static YamlValue List(IReadOnlyList<YamlValue> items, int start, int length) => new(YamlKind.List, start, length) { Items = items };

    /// <summary>A map.</summary>
    public static YamlValue Map(IReadOnlyList<YamlMember> members, int start, int length) => new(YamlKind.Map, start, length) { Members = members };

    /// <summary>Reads a whole number.</summary>
    public bool TryGetInt32(out int value)
    {
        value = 0;
        return IsPlain && int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a whole number of any size.</summary>
    public bool TryGetInteger(out BigInteger value)
    {
        value = default;
        return IsPlain && BigInteger.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a number as it is written; false for one that does not go into a <see cref="decimal"/> without being rounded.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        value = 0;
        return IsPlain
            && decimal.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && CountDigits(Text) <= CountDigits(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The digits of a number that say more than how large it is.</summary>
    private static int CountDigits(string number)
    {
        int exponent = number.IndexOfAny(['e', 'E']);
        return (exponent < 0 ? number : number.Substring(0, exponent)).Replace(".", "").Trim('+', '-').Trim('0').Length;
    }

    /// <summary>Reads a number; infinity and what is no number are none.</summary>
    public bool TryGetDouble(out double value)
    {
        value = 0;
        return IsPlain
            && double.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && !double.IsNaN(value)
            && !double.IsInfinity(value);
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool TryGetBoolean(out bool value)
    {
        value = IsPlain && Text == "true";
        return value || (IsPlain && Text == "false");
    }

    private bool IsPlain => Kind == YamlKind.Scalar && !IsQuoted;
}
