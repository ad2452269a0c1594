using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Turns the bounds of <c>[Range]</c> into numbers of the value's own type, and finds annotations that no value keeps.</summary>
internal static class AnswerBounds
{
    /// <summary>The rules with the bounds; null when the attribute or the member is not about numbers.</summary>
    public static AnswerRules? Read(AttributeData attribute, ITypeSymbol type, AnswerRules rules)
    {
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        if (arguments.Length < 2 || !IsNumber(type))
        {
            return null;
        }

        bool isTextual = arguments.Length == 3;
        object? low = isTextual ? Parse(arguments[1].Value, type) : arguments[0].Value;
        object? high = isTextual ? Parse(arguments[2].Value, type) : arguments[1].Value;
        if (low is null || high is null)
        {
            return null;
        }

        return rules with
        {
            Minimum = GetBound(low, type, attribute.GetNamedArgument("MinimumIsExclusive").Value is true, isLow: true),
            Maximum = GetBound(high, type, attribute.GetNamedArgument("MaximumIsExclusive").Value is true, isLow: false),
        };
    }

    /// <summary>Why no value keeps the rules, with the cure; null when some does.</summary>
    public static string? FindContradiction(AnswerRules rules, ITypeSymbol type)
    {
        if (rules.MinLength < 0 || rules.MaxLength < 0)
        {
            return "nothing is less than 0 long; correct the length of its annotation";
        }

        if (rules is { MinLength: { } least, MaxLength: { } most } && least > most)
        {
            return string.Format(CultureInfo.InvariantCulture, "nothing is at least {0} and at most {1} long; correct its annotations", least, most);
        }

        return IsEmpty(rules.Minimum, rules.Maximum) || IsOutside(rules, type)
            ? $"no '{type.GetShortName()}' is {DescribeRange(rules)}; correct its [Range]"
            : FindPatternFault(rules.Pattern);
    }

    private static string? FindPatternFault(string? pattern)
    {
        try
        {
            _ = pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException exception)
        {
            return $"the pattern of its [RegularExpression] is not valid ({exception.Message.TrimEnd('.')}); correct it";
        }
    }

    private static bool IsEmpty(AnswerBound? low, AnswerBound? high)
        => low is not null && high is not null && Compare(low, high) is var order && (order > 0 || (order == 0 && (low.IsExclusive || high.IsExclusive)));

    private static bool IsOutside(AnswerRules rules, ITypeSymbol type)
        => IsWhole(type) && GetRange(type) is var (lowest, highest)
            && ((rules.Minimum is { } low && decimal.Parse(low.Json, CultureInfo.InvariantCulture) > highest) || (rules.Maximum is { } high && decimal.Parse(high.Json, CultureInfo.InvariantCulture) < lowest));

    private static int Compare(AnswerBound left, AnswerBound right)
        => decimal.TryParse(left.Json, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exactLeft) && decimal.TryParse(right.Json, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exactRight)
            ? exactLeft.CompareTo(exactRight)
            : double.Parse(left.Json, CultureInfo.InvariantCulture).CompareTo(double.Parse(right.Json, CultureInfo.InvariantCulture));

    private static string DescribeRange(AnswerRules rules)
    {
        string? low = rules.Minimum is { } minimum ? (minimum.IsExclusive ? "more than " : "at least ") + minimum.Json : null;
        string? high = rules.Maximum is { } maximum ? (maximum.IsExclusive ? "less than " : "at most ") + maximum.Json : null;
        return low is null || high is null ? low + high : low + " and " + high;
    }

    /// <summary>A constant as a number of the type; null when it is none.</summary>
    public static AnswerBound? GetNumber(object value, ITypeSymbol type)
    {
        if (value is bool or char or string || !IsNumber(type))
        {
            return null;
        }

        if (type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal || value is double or float)
        {
            return GetBound(value, type, isExclusive: false, isLow: true);
        }

        string text = Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return new AnswerBound(text, text + GetSuffix(type), IsExclusive: false);
    }

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsNumber(ITypeSymbol type)
        => IsWhole(type) || type.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static object? Parse(object? value, ITypeSymbol type)
    {
        if (value is not string text)
        {
            return null;
        }

        if (type.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : null;
    }

    /// <summary>A bound; null when no value of the type lies beyond it.</summary>
    private static AnswerBound? GetBound(object value, ITypeSymbol type, bool isExclusive, bool isLow)
    {
        if (type.SpecialType == SpecialType.System_Single && Convert.ToSingle(value, CultureInfo.InvariantCulture) is var single && !float.IsInfinity(single))
        {
            // As the member holds it: 0.1f is more than 0.1d, and yet it is what 0.1 in JSON becomes.
            string text = single.ToString("R", CultureInfo.InvariantCulture);
            return float.IsNaN(single) || Math.Abs(single) >= float.MaxValue ? null : new AnswerBound(text, text + "f", isExclusive);
        }

        if (type.SpecialType is SpecialType.System_Single or SpecialType.System_Double)
        {
            double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            string text = number.ToString("R", CultureInfo.InvariantCulture);
            return double.IsNaN(number) || Math.Abs(number) >= double.MaxValue ? null : new AnswerBound(text, text + "d", isExclusive);
        }

        if (value is double or float && Math.Abs(Convert.ToDouble(value, CultureInfo.InvariantCulture)) is double.NaN or >= 7.9e28)
        {
            return null;
        }

        decimal exact = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        if (type.SpecialType == SpecialType.System_Decimal)
        {
            string text = exact.ToString(CultureInfo.InvariantCulture);
            return new AnswerBound(text, text + "m", isExclusive);
        }

        return GetWholeBound(exact, type, isExclusive, isLow);
    }

    /// <summary>Whole numbers have a neighbour, so their bounds are always inclusive.</summary>
    private static AnswerBound? GetWholeBound(decimal value, ITypeSymbol type, bool isExclusive, bool isLow)
    {
        decimal whole = isLow ? decimal.Ceiling(value) : decimal.Floor(value);
        whole += isExclusive && whole == value ? (isLow ? 1 : -1) : 0;
        (decimal lowest, decimal highest) = GetRange(type);
        if (isLow ? whole <= lowest : whole >= highest)
        {
            return null;
        }

        string text = whole.ToString(CultureInfo.InvariantCulture);
        return new AnswerBound(text, text + GetSuffix(type), IsExclusive: false);
    }

    private static (decimal Lowest, decimal Highest) GetRange(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        _ => ((decimal)ulong.MinValue, (decimal)ulong.MaxValue),
    };

    private static string GetSuffix(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int64 => "L",
        SpecialType.System_UInt64 => "UL",
        SpecialType.System_UInt32 => "U",
        _ => "",
    };
}
