using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>The schema of a typed answer in both dialects the API knows; which one is sent depends on the model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptSchema
{
    private readonly byte[] _jsonSchema;
    private readonly byte[] _openApiSchema;

    /// <summary>Holds a schema.</summary>
    /// <param name="jsonSchema">The value of <c>responseJsonSchema</c>, UTF-8.</param>
    /// <param name="openApiSchema">The value of <c>responseSchema</c>, UTF-8.</param>
    /// <param name="isNullable">Whether the answer as a whole may be null.</param>
    public PromptSchema(ReadOnlySpan<byte> jsonSchema, ReadOnlySpan<byte> openApiSchema, bool isNullable = false)
    {
        IsNullable = isNullable;
        _jsonSchema = jsonSchema.ToArray();
        _openApiSchema = openApiSchema.ToArray();
    }

    internal bool IsNullable { get; }

    internal ReadOnlySpan<byte> JsonSchema => _jsonSchema;

    internal ReadOnlySpan<byte> OpenApiSchema => _openApiSchema;
}
