namespace GeminiGen.Shared.Catalog;

/// <summary>
/// Which keywords a schema language of the API knows; what it has no keyword for is told in the description. The table is generated from
/// <c>schema-dialects.json</c> at our build. Which of the two languages a model takes is in its entry (<c>responseJsonSchema</c>).
/// </summary>
internal sealed record SchemaDialect
{
    /// <summary>The language's name in the data.</summary>
    public string Id { get; init; } = "";

    /// <summary>The keywords.</summary>
    public string[] Keywords { get; init; } = [];

    /// <summary>Whether names of types are in capitals.</summary>
    public bool UpperCaseTypes { get; init; }

    /// <summary>A list of types, for "or null"; else the keyword <c>nullable</c>.</summary>
    public bool TypeLists { get; init; }

    /// <summary><c>enum</c> with numbers.</summary>
    public bool NumberEnums { get; init; }

    /// <summary><c>format</c> for numbers, and none but <c>date-time</c> for texts.</summary>
    public bool NumberFormats { get; init; }

    /// <summary>Whether a keyword is known.</summary>
    public bool Has(string keyword) => Array.IndexOf(Keywords, keyword) >= 0;
}
