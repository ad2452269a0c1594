namespace GeminiGen.Emulator.Validation;

/// <summary>In which language an answer's schema is written.</summary>
internal enum SchemaDialect
{
    /// <summary>The OpenAPI subset of <c>responseSchema</c>.</summary>
    OpenApi,

    /// <summary>JSON Schema: <c>responseJsonSchema</c> and <c>responseFormat</c>.</summary>
    JsonSchema,
}
