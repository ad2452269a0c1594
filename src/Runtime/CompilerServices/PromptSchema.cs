using System.ComponentModel;

namespace GeminiGen.CompilerServices;

/// <summary>The schema of a typed answer in both dialects the API knows; which one is sent depends on the model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptSchema
{
    private readonly byte[] _jsonSchema;
    private readonly Func<byte[]>? _translate;
    private byte[]? _openApiSchema;
    private Delegate? _check;

    /// <summary>Holds a schema.</summary>
    /// <param name="jsonSchema">The value of <c>responseJsonSchema</c>, UTF-8.</param>
    /// <param name="openApiSchema">The value of <c>responseSchema</c>, UTF-8; empty when that dialect cannot say it, because a type contains itself.</param>
    /// <param name="isNullable">Whether the answer as a whole may be null.</param>
    public PromptSchema(ReadOnlySpan<byte> jsonSchema, ReadOnlySpan<byte> openApiSchema, bool isNullable = false)
    {
        IsNullable = isNullable;
        _jsonSchema = jsonSchema.ToArray();
        _openApiSchema = openApiSchema.ToArray();
    }

    /// <summary>Holds a schema whose older dialect few models ask for, and not every schema has.</summary>
    /// <param name="jsonSchema">The schema in the newer dialect.</param>
    /// <param name="translate">Writes it in the older one.</param>
    internal PromptSchema(byte[] jsonSchema, Func<byte[]> translate)
    {
        _jsonSchema = jsonSchema;
        _translate = translate;
    }

    internal bool IsNullable { get; }

    /// <summary>Adds a check of every answer, beyond what its type asks for.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="check">Takes a value and the list of what is wrong with it.</param>
    /// <returns>This schema.</returns>
    public PromptSchema Checking<T>(Action<T, PromptViolations> check)
    {
        _check = check;
        return this;
    }

    internal Action<T, PromptViolations>? CheckOf<T>() => (Action<T, PromptViolations>?)_check;

    internal ReadOnlySpan<byte> JsonSchema => _jsonSchema;

    internal ReadOnlySpan<byte> OpenApiSchema => _openApiSchema ??= _translate!();

    /// <summary>Whether the newer dialect names parts of it.</summary>
    internal bool HasReferences => _jsonSchema.AsSpan().IndexOf("\"$defs\""u8) >= 0;

    /// <summary>Whether a type in it contains itself; of one still to be written in the older dialect nobody knows yet.</summary>
    internal bool IsRecursive => _openApiSchema is { Length: 0 };
}
