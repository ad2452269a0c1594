using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Knows which .NET formats the types of the base library take, by trying them.</summary>
internal static class FormatStrings
{
    private const string TimeOfDaySpecifiers = "hHmstfFzK";
    private const string DateSpecifiers = "dMygzK";

    /// <summary>The family of a type.</summary>
    public static FormatFamily GetFamily(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16:
            case SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64:
                return FormatFamily.Integer;
            case SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                return FormatFamily.Fraction;
            case SpecialType.System_DateTime:
                return FormatFamily.DateTime;
        }

        return !type.IsNamed("System", type.Name) ? FormatFamily.Unknown : type.Name switch
        {
            "DateTimeOffset" => FormatFamily.DateTime,
            "DateOnly" => FormatFamily.Date,
            "TimeOnly" => FormatFamily.Time,
            "TimeSpan" => FormatFamily.Duration,
            "Guid" => FormatFamily.Guid,
            _ => FormatFamily.Unknown,
        };
    }

    /// <summary>Whether values of the family can be written with the format.</summary>
    public static bool IsValid(FormatFamily family, string format)
    {
        try
        {
            return family switch
            {
                // The binary format is younger than the runtime some compilers run on.
                FormatFamily.Integer => IsBinary(format) || 0.ToString(format, CultureInfo.InvariantCulture) is not null,
                FormatFamily.Fraction => 0m.ToString(format, CultureInfo.InvariantCulture) is not null,
                FormatFamily.DateTime => default(DateTime).ToString(format, CultureInfo.InvariantCulture) is not null,
                FormatFamily.Date => IsPartValid(format, "oOrRdDmMyY", TimeOfDaySpecifiers),
                FormatFamily.Time => IsPartValid(format, "oOrRtT", DateSpecifiers),
                FormatFamily.Duration => TimeSpan.Zero.ToString(format, CultureInfo.InvariantCulture) is not null,
                FormatFamily.Guid => Guid.Empty.ToString(format, CultureInfo.InvariantCulture) is not null,
                _ => true,
            };
        }
        catch (FormatException)
        {
            // A round trip format of double is none of decimal, and the other way round nothing is missing.
            return family == FormatFamily.Fraction && format is "R" or "r";
        }
    }

    private static bool IsBinary(string format)
        => format[0] is 'B' or 'b' && (format.Length == 1 || int.TryParse(format.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static bool IsPartValid(string format, string standard, string refused)
        => default(DateTime).ToString(format, CultureInfo.InvariantCulture) is not null
            && (format.Length == 1 ? standard.IndexOf(format[0]) >= 0 : !HasSpecifier(format, refused));

    /// <summary>Whether one of the letters stands in a custom format outside quotes and escapes.</summary>
    private static bool HasSpecifier(string format, string letters)
    {
        char quote = '\0';
        for (int i = 0; i < format.Length; i++)
        {
            char c = format[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '\\')
            {
                i++;
            }
            else if (letters.IndexOf(c) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
