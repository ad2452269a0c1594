using System.Globalization;
using System.Numerics;
using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <summary>Writes the values of a file as C#, to the last digit.</summary>
internal static class YamlLiterals
{
    /// <summary>The value as a literal of a type; null when the type has no such value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The keyword of the type.</param>
    public static string? Find(YamlValue value, string type) => type switch
    {
        _ when value.IsNull || value.Kind != YamlKind.Scalar => null,
        "string" => CSharpLiteral.String(value.Text),
        "bool" => value.TryGetBoolean(out bool flag) ? (flag ? "true" : "false") : null,
        "decimal" => value.TryGetDecimal(out decimal exact) ? exact.ToString(CultureInfo.InvariantCulture) + "m" : null,
        "double" => value.TryGetDouble(out double number) ? number.ToString("R", CultureInfo.InvariantCulture) + "d" : null,
        "float" => value.TryGetDouble(out double number) && (float)number is var single && !float.IsInfinity(single) ? single.ToString("R", CultureInfo.InvariantCulture) + "f" : null,
        _ => value.TryGetInteger(out BigInteger whole) && IsWithin(whole, type) ? whole.ToString(CultureInfo.InvariantCulture) + GetSuffix(type) : null,
    };

    private static bool IsWithin(BigInteger value, string type)
    {
        (BigInteger lowest, BigInteger highest) = type switch
        {
            "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
            "byte" => (byte.MinValue, byte.MaxValue),
            "short" => (short.MinValue, short.MaxValue),
            "ushort" => (ushort.MinValue, ushort.MaxValue),
            "int" => (int.MinValue, int.MaxValue),
            "uint" => (uint.MinValue, uint.MaxValue),
            "long" => (long.MinValue, long.MaxValue),
            _ => ((BigInteger)ulong.MinValue, (BigInteger)ulong.MaxValue),
        };
        return value >= lowest && value <= highest;
    }

    private static string GetSuffix(string type) => type switch
    {
        "uint" => "U",
        "long" => "L",
        "ulong" => "UL",
        _ => "",
    };
}
