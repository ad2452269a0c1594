using GeminiGen.Shared.Json;

namespace GeminiGen.Shared.Catalog;

/// <summary>
/// The file by which a project changes the catalogue: a list of models, each with its id and the properties it changes, in the words of the package's own data. Prices
/// take the place of the package's, other objects are merged member by member; every other value takes the place of what was there, and null says that it is not known.
/// </summary>
internal static class ProjectCatalogFile
{
    /// <summary>The file's name, in whatever folder it stands.</summary>
    public const string Name = "gemini-models.json";

    /// <summary>The property that is given as a whole: announced ends and changes of the package's prices say nothing of the project's.</summary>
    public const string WholeProperty = "prices";

    private const string IdProperty = "id";

    /// <summary>Whether a path is the file's.</summary>
    public static bool IsPath(string path)
        => path.EndsWith(Name, StringComparison.OrdinalIgnoreCase) && (path.Length == Name.Length || path[path.Length - Name.Length - 1] is '/' or '\\');

    /// <summary>Reads the entries.</summary>
    /// <exception cref="JsonSyntaxException">The file is not what it should be; the exception says why and where.</exception>
    public static IReadOnlyList<JsonValue> Parse(string text)
    {
        JsonValue catalog = JsonTextReader.Parse(text);
        CatalogValidator.Validate(catalog, FindReference);
        foreach (JsonValue entry in catalog.Items)
        {
            CheckId(ValueWriter.Require(entry, IdProperty));
            CheckThinking(entry);

            // Whoever writes every value has looked at every value.
            _ = ValueWriter.Object(entry, CatalogShapes.Runtime);
        }

        return catalog.Items;
    }

    /// <summary>The id of an entry that was read.</summary>
    public static string IdOf(JsonValue entry) => ValueWriter.Require(entry, IdProperty).GetString();

    private static void CheckId(JsonValue id)
    {
        string text = id.GetString();
        if (string.IsNullOrWhiteSpace(text) || ModelCatalog.WithoutPrefix(text) != text)
        {
            throw id.Expected("a model's id without 'models/'");
        }
    }

    // Bounds of a budget say nothing where nobody says that there is one.
    private static void CheckThinking(JsonValue entry)
    {
        if (entry.Find("capabilities")?.Find("thinking") is { Kind: JsonKind.Object } thinking && thinking.Find("kind") is not { IsNull: false }
            && !(ModelCatalog.BuiltIn.TryGet(IdOf(entry), out CatalogModel? model) && model.Thinking is not null && thinking.Find("kind") is null))
        {
            throw thinking.Expected("an object with the property 'kind'");
        }
    }

    private static bool FindReference(string id, string property, out string? reference)
    {
        bool isKnown = ModelCatalog.BuiltIn.TryGet(id, out CatalogModel? model);
        reference = property == "aliasOf" ? model?.AliasOf : model?.Replacement;
        return isKnown;
    }
}
