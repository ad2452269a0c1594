namespace GeminiGen.Shared.Catalog;

/// <summary>The schema languages of the API.</summary>
internal static partial class SchemaDialects
{
    private static readonly SchemaDialect[] All = CreateAll();

    /// <summary>JSON Schema, the value of <c>responseJsonSchema</c>.</summary>
    public static SchemaDialect JsonSchema { get; } = Find("json-schema");

    /// <summary>The subset of OpenAPI, the value of <c>responseSchema</c>.</summary>
    public static SchemaDialect OpenApi { get; } = Find("open-api");

    private static partial SchemaDialect[] CreateAll();

    private static SchemaDialect Find(string id) => Array.Find(All, dialect => dialect.Id == id)!;
}
