using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>Types as the author of a contract wrote them, for messages.</summary>
internal static class TypeNames
{
    internal static string Of(JsonTypeInfo type)
        => type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } ? "list of " + Of(type.Options.GetTypeInfo(element)) : Of(type.Type);

    internal static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return (type.IsEnum ? null : Keyword(Type.GetTypeCode(type))) ?? type.Name;
        }

        string name = type.Name;
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        return (arity < 0 ? name : name[..arity]) + "<" + string.Join(", ", Array.ConvertAll(type.GetGenericArguments(), Of)) + ">";
    }

    private static string? Keyword(TypeCode code) => code switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Char => "char",
        TypeCode.SByte => "sbyte",
        TypeCode.Byte => "byte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.String => "string",
        _ => null,
    };
}
