using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen;

/// <summary>Writes constants as C#, the same on every machine and valid from C# 9 on.</summary>
internal static class CSharpLiteral
{
    /// <summary>A name, escaped with <c>@</c> where it is a keyword, if only in asynchronous methods.</summary>
    public static string Identifier(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name != "await" ? name : "@" + name;

    /// <summary>A type's name, escaped also where it is a keyword in some places only (<c>record</c>, <c>file</c>).</summary>
    public static string TypeIdentifier(string name)
        => SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Identifier(name) : "@" + name;

    /// <summary>A string literal on one line, or <c>null</c>.</summary>
    public static string String(string? value)
    {
        if (value is null)
        {
            return "null";
        }

        StringBuilder builder = new(value.Length + 2);
        builder.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            AppendEscaped(builder, value, i);
        }

        return builder.Append('"').ToString();
    }

    /// <summary>Whether a character stands in a literal as it is; the others would end the line, be unseen or not be valid UTF-16.</summary>
    public static bool IsPlain(string value, int index)
    {
        char character = value[index];
        if (character is >= ' ' and < (char)0x7F)
        {
            return true;
        }

        if (char.IsSurrogate(character))
        {
            bool startsPair = index + 1 < value.Length && char.IsSurrogatePair(character, value[index + 1]);
            bool endsPair = index > 0 && char.IsSurrogatePair(value[index - 1], character);
            return startsPair || endsPair;
        }

        return char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
    }

    /// <summary>A member of an enum; a cast for a number that no member has.</summary>
    public static string EnumMember(TypedConstant constant)
    {
        string type = constant.Type!.GetPlainName();
        foreach (ISymbol member in constant.Type!.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && constant.Value!.Equals(field.ConstantValue) && !ObsoleteErrors.IsMarked(field))
            {
                return type + "." + Identifier(field.Name);
            }
        }

        return "(" + type + ")(" + Constant(constant.Value!) + ")";
    }

    /// <summary>The default value of a parameter as an expression, or null when it declares none.</summary>
    public static string? DefaultValue(IParameterSymbol parameter)
    {
        if (!parameter.IsOptional)
        {
            return null;
        }

        object? value = GetDefault(parameter);
        if (value is null)
        {
            bool isNonNullableReference = parameter.Type.IsReferenceType && parameter.NullableAnnotation != NullableAnnotation.Annotated;
            return isNonNullableReference ? "null!" : parameter.Type.IsReferenceType ? "null" : "default";
        }

        ITypeSymbol type = parameter.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        string literal = Constant(value);
        return type.TypeKind == TypeKind.Enum ? "(" + type.GetPlainName() + ")(" + literal + ")" : literal;
    }

    /// <summary>
    /// The attributes that give a parameter its default value where <c>=</c> and <see cref="DefaultValue"/> cannot: the language has no constant for it, or
    /// none for that of a parameter behind it. Null where they can.
    /// </summary>
    public static string? DefaultAttributes(IParameterSymbol parameter)
    {
        if (!parameter.IsOptional || !IsAnyWithoutConstant(parameter))
        {
            return null;
        }

        string value = GetDefault(parameter) switch
        {
            null => "",
            DateTime moment => ", global::System.Runtime.CompilerServices.DateTimeConstant(" + moment.Ticks.ToString(CultureInfo.InvariantCulture) + "L)",
            decimal number => ", global::System.Runtime.CompilerServices.DecimalConstant(" + GetParts(number) + ")",
            _ => ", global::System.Runtime.InteropServices.DefaultParameterValue(" + DefaultValue(parameter) + ")",
        };
        return "[global::System.Runtime.InteropServices.Optional" + value + "] ";
    }

    /// <summary>Whether the parameter, or one behind it, has a default value that <c>=</c> cannot say.</summary>
    private static bool IsAnyWithoutConstant(IParameterSymbol parameter)
    {
        ImmutableArray<IParameterSymbol> all = parameter.ContainingSymbol is IPropertySymbol property ? property.Parameters : ((IMethodSymbol)parameter.ContainingSymbol).Parameters;
        for (int i = parameter.Ordinal; i < all.Length; i++)
        {
            bool isNothing = all[i].IsOptional && !all[i].HasExplicitDefaultValue;
            bool isBoxed = all[i].Type.IsReferenceType && all[i].Type.SpecialType != SpecialType.System_String && GetDefault(all[i]) is not null;
            if (isNothing || isBoxed || GetDefault(all[i]) is DateTime)
            {
                return true;
            }
        }

        return false;
    }

    private static string GetParts(decimal number)
    {
        int[] bits = decimal.GetBits(number);
        byte scale = (byte)(bits[3] >> 16);
        byte sign = (byte)(bits[3] < 0 ? 1 : 0);
        return string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {2}U, {3}U, {4}U", scale, sign, (uint)bits[2], (uint)bits[1], (uint)bits[0]);
    }

    private static object? GetDefault(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;

    private static string Constant(object value) => value switch
    {
        DateTime moment => "new global::System.DateTime(" + moment.Ticks.ToString(CultureInfo.InvariantCulture) + "L)",
        string text => String(text),
        char character => Char(character),
        bool flag => flag ? "true" : "false",
        double number => Double(number),
        float number => Single(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        long number => number == long.MinValue ? "long.MinValue" : number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    private static string Double(double value)
        => double.IsNaN(value) ? "double.NaN"
            : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
            : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
            : value.ToString("R", CultureInfo.InvariantCulture) + "d";

    private static string Single(float value)
        => float.IsNaN(value) ? "float.NaN"
            : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
            : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
            : value.ToString("R", CultureInfo.InvariantCulture) + "f";

    private static string Char(char value)
    {
        StringBuilder builder = new();
        string text = value.ToString();
        if (value == '\'')
        {
            builder.Append("\\'");
        }
        else if (value == '"')
        {
            builder.Append('"');
        }
        else
        {
            AppendEscaped(builder, text, 0);
        }

        return "'" + builder + "'";
    }

    private static void AppendEscaped(StringBuilder builder, string value, int index)
    {
        char character = value[index];
        switch (character)
        {
            case '"':
                builder.Append("\\\"");
                break;
            case '\\':
                builder.Append("\\\\");
                break;
            case '\n':
                builder.Append("\\n");
                break;
            case '\r':
                builder.Append("\\r");
                break;
            case '\t':
                builder.Append("\\t");
                break;
            default:
                if (IsPlain(value, index))
                {
                    builder.Append(character);
                }
                else
                {
                    builder.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
                }

                break;
        }
    }
}
