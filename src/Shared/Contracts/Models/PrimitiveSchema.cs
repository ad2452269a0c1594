namespace GeminiGen;

/// <summary>How a primitive is described to the API.</summary>
/// <param name="Type">The JSON Schema type; the OpenAPI dialect writes it in upper case.</param>
/// <param name="OpenApiFormat">The format in the OpenAPI dialect, or null.</param>
/// <param name="JsonSchemaFormat">The format in the JSON Schema dialect, or null.</param>
/// <param name="Minimum">The lowest value, or null.</param>
/// <param name="Maximum">The highest value, or null.</param>
/// <param name="Hint">What the format is called in words, for dialects without it; null when the type says it all.</param>
internal sealed record PrimitiveSchema(
    string Type,
    string? OpenApiFormat = null,
    string? JsonSchemaFormat = null,
    string? Minimum = null,
    string? Maximum = null,
    string? Hint = null);
