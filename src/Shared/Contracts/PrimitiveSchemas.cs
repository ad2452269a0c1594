using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>The types that JSON writes as one value: their converters, and what the API is told about them.</summary>
internal static class PrimitiveSchemas
{
    /// <summary>The type of whole numbers.</summary>
    public const string Integer = "integer";

    /// <summary>The type of numbers that may have a fraction.</summary>
    public const string Number = "number";

    private const string String = "string";

    private static readonly PrimitiveSchema Text = new(String);
    private static readonly PrimitiveSchema Boolean = new("boolean");
    private static readonly PrimitiveSchema Int32 = new(Integer, OpenApiFormat: "int32");
    private static readonly PrimitiveSchema Int64 = new(Integer, OpenApiFormat: "int64");
    private static readonly PrimitiveSchema Unsigned = new(Integer, Minimum: "0");
    private static readonly PrimitiveSchema Double = new(Number, OpenApiFormat: "double");
    private static readonly PrimitiveSchema Moment = new(String, OpenApiFormat: "date-time", JsonSchemaFormat: "date-time");

    // The OpenAPI dialect refuses every format but date-time, so these are told in words.
    private static readonly PrimitiveSchema Date = new(String, JsonSchemaFormat: "date", Hint: "yyyy-MM-dd");

    // JSON Schema's "time" carries an offset, which a TimeOnly has no place for.
    private static readonly PrimitiveSchema Time = new(String, Hint: "HH:mm:ss");
    private static readonly PrimitiveSchema Duration = new(String, Hint: "duration as d.hh:mm:ss");
    private static readonly PrimitiveSchema Uuid = new(String, Hint: "UUID");
    private static readonly PrimitiveSchema Address = new(String, Hint: "URI");
    private static readonly PrimitiveSchema Character = new(String, Hint: "one character");

    // The runtime reads these: JSON writes a whole number as 5.0 and 5e0 too, and the serializer's own readers make infinity of what is too large, and
    // local time of what has no offset.
    private const string? OwnReader = null;

    /// <summary>The converter (null when the runtime has its own) and the schema of a type, or null when it is not one of these.</summary>
    public static (string? Converter, PrimitiveSchema Schema)? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ("StringConverter", Text),
        SpecialType.System_Boolean => ("BooleanConverter", Boolean),
        SpecialType.System_Char => ("CharConverter", Character),
        SpecialType.System_Byte => (OwnReader, new PrimitiveSchema(Integer, Minimum: "0", Maximum: "255")),
        SpecialType.System_SByte => (OwnReader, new PrimitiveSchema(Integer, Minimum: "-128", Maximum: "127")),
        SpecialType.System_Int16 => (OwnReader, new PrimitiveSchema(Integer, Minimum: "-32768", Maximum: "32767")),
        SpecialType.System_UInt16 => (OwnReader, new PrimitiveSchema(Integer, Minimum: "0", Maximum: "65535")),
        SpecialType.System_Int32 => (OwnReader, Int32),
        SpecialType.System_UInt32 => (OwnReader, Unsigned),
        SpecialType.System_Int64 => (OwnReader, Int64),
        SpecialType.System_UInt64 => (OwnReader, Unsigned),
        SpecialType.System_Single => (OwnReader, new PrimitiveSchema(Number, OpenApiFormat: "float")),
        SpecialType.System_Double => (OwnReader, Double),
        SpecialType.System_Decimal => ("DecimalConverter", new PrimitiveSchema(Number)),
        SpecialType.System_DateTime => (OwnReader, Moment),
        _ => FindByName(type),
    };

    private static (string? Converter, PrimitiveSchema Schema)? FindByName(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { Arity: 0, ContainingType: null } || !type.ContainingNamespace.IsNamespace("System"))
        {
            return null;
        }

        return type.Name switch
        {
            "DateTimeOffset" => (OwnReader, Moment),
            "DateOnly" => ("DateOnlyConverter", Date),
            "TimeOnly" => ("TimeOnlyConverter", Time),
            "TimeSpan" => ("TimeSpanConverter", Duration),
            "Guid" => ("GuidConverter", Uuid),
            "Uri" => ("UriConverter", Address),
            _ => null,
        };
    }
}
