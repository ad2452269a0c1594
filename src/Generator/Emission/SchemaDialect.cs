namespace GeminiGen.Generator.Emission;

/// <summary>
/// Which keywords a schema language of the API knows; what it has no keyword for is told in the description. Which of the two languages a model
/// takes is in the catalogue (<c>responseJsonSchema</c>).
/// </summary>
internal sealed class SchemaDialect
{
    /// <summary>JSON Schema, the value of <c>responseJsonSchema</c>.</summary>
    public static readonly SchemaDialect JsonSchema = new()
    {
        HasTypeLists = true,
        HasNumberEnums = true,
        HasAdditionalProperties = true,
        HasReferences = true,
    };

    /// <summary>The subset of OpenAPI, the value of <c>responseSchema</c>.</summary>
    public static readonly SchemaDialect OpenApi = new()
    {
        IsUpperCase = true,
        HasTextRules = true,
        HasPropertyCounts = true,
        HasNumberFormats = true,
    };

    /// <summary>Whether names of types are in capitals.</summary>
    public bool IsUpperCase { get; private init; }

    /// <summary>A list of types, for "or null"; else the keyword <c>nullable</c>.</summary>
    public bool HasTypeLists { get; private init; }

    /// <summary><c>pattern</c>, <c>minLength</c> and <c>maxLength</c>.</summary>
    public bool HasTextRules { get; private init; }

    /// <summary><c>enum</c> with numbers.</summary>
    public bool HasNumberEnums { get; private init; }

    /// <summary><c>additionalProperties</c>; else members have an order, <c>propertyOrdering</c>.</summary>
    public bool HasAdditionalProperties { get; private init; }

    /// <summary><c>minProperties</c> and <c>maxProperties</c>.</summary>
    public bool HasPropertyCounts { get; private init; }

    /// <summary><c>format</c> for numbers, and none but <c>date-time</c> for texts.</summary>
    public bool HasNumberFormats { get; private init; }

    /// <summary><c>$ref</c> and <c>$defs</c>.</summary>
    public bool HasReferences { get; private init; }
}
