using System.Text.Json;

namespace GeminiGen;

/// <summary>One schema of a JSON Schema, as far as the API has words for it.</summary>
internal readonly record struct SchemaNode
{
    private static readonly string[] NumberBounds = ["minimum", "maximum"];
    private static readonly string[] TextBounds = ["pattern", "minLength", "maxLength"];
    private static readonly string[] ListBounds = ["minItems", "maxItems"];

    private readonly JsonElement _schema;

    internal SchemaNode(JsonElement schema)
    {
        JsonElement only = default;
        while (schema.ValueKind == JsonValueKind.Object && Find(schema, "type") is null && Find(schema, "allOf") is { ValueKind: JsonValueKind.Array } all && all.GetArrayLength() == 1)
        {
            only = only.ValueKind == JsonValueKind.Undefined ? schema : only;
            schema = all[0];
        }

        _schema = schema;
        Description = TextOf("description") ?? (only.ValueKind == JsonValueKind.Object ? Text(Find(only, "description")) : null) ?? TextOf("title");
        JsonElement? values = Find("enum") is { ValueKind: JsonValueKind.Array } list ? list : null;
        JsonElement[]? allowed = values is { } several ? [.. several.EnumerateArray()] : Find("const") is { } one ? [one] : null;
        Values = allowed?.Where(static value => value.ValueKind != JsonValueKind.Null).ToArray();
        string[] types = [.. NamesOf("type")];
        IsNullable = types.Contains("null") || allowed?.Length > Values?.Count;
        Types = [.. types.Where(static type => type != "null")];
        if (Types.Count == 0)
        {
            Types = InferTypes();
        }
    }

    internal string? Description { get; }

    /// <summary>The types, without null.</summary>
    internal IReadOnlyList<string> Types { get; init; }

    internal bool IsNullable { get; }

    /// <summary>The values it may have, without null; <see langword="null"/> when it may have any.</summary>
    internal IReadOnlyList<JsonElement>? Values { get; }

    internal string? Format => TextOf("format");

    internal string? Reference => TextOf("$ref");

    internal bool HasProperties => Find("properties") is { ValueKind: JsonValueKind.Object } properties && properties.EnumerateObject().Any();

    internal IEnumerable<JsonProperty> Properties => Find("properties") is { ValueKind: JsonValueKind.Object } properties ? properties.EnumerateObject() : [];

    /// <summary>What must be there, of what is described.</summary>
    internal IReadOnlyList<string> RequiredProperties
    {
        get
        {
            HashSet<string> known = new(Properties.Select(static property => property.Name), StringComparer.Ordinal);
            return [.. NamesOf("required").Where(known.Contains)];
        }
    }

    /// <summary>What further members are: a schema, or whether there may be any.</summary>
    internal JsonElement? AdditionalProperties => Find("additionalProperties");

    internal JsonElement? Items => Find("items") is { ValueKind: JsonValueKind.Object } items ? items : null;

    internal IReadOnlyList<JsonElement> PrefixItems => ListOf("prefixItems");

    internal IReadOnlyList<JsonElement> Alternatives => ListOf("anyOf") is { Count: > 0 } any ? any : ListOf("oneOf");

    /// <summary>The keywords that bound values of types, in a dialect.</summary>
    internal static IEnumerable<string> BoundsOf(IReadOnlyList<string> types, bool isOpenApi)
    {
        IEnumerable<string> bounds = types.Contains("integer") || types.Contains("number") ? NumberBounds : [];
        bounds = types.Contains("array") ? bounds.Concat(ListBounds) : bounds;
        return isOpenApi && types.Contains("string") ? bounds.Concat(TextBounds) : bounds;
    }

    /// <summary>Whether a schema takes null and nothing else.</summary>
    internal static bool IsNull(JsonElement schema)
        => schema.ValueKind == JsonValueKind.Object && (Text(Find(schema, "type")) == "null" || Find(schema, "const") is { ValueKind: JsonValueKind.Null });

    /// <summary>What a reference names: the schema itself, or a place in it; <see langword="null"/> when there is no such place.</summary>
    internal static JsonElement? Follow(JsonElement schema, string reference)
    {
        if (reference is "#" or "#/")
        {
            return schema;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (string step in reference[2..].Split('/'))
        {
            string name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (schema.ValueKind == JsonValueKind.Array && int.TryParse(name, out int index) && index >= 0 && index < schema.GetArrayLength())
            {
                schema = schema[index];
            }
            else if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty(name, out schema))
            {
                return null;
            }
        }

        return schema;
    }

    /// <summary>Writes a keyword as it stands, if it is there.</summary>
    internal void Copy(string keyword, Utf8JsonWriter writer)
    {
        if (Find(keyword) is { } value)
        {
            writer.WritePropertyName(keyword);
            value.WriteTo(writer);
        }
    }

    private IReadOnlyList<string> InferTypes()
    {
        if (Reference is not null || Alternatives.Count > 0)
        {
            return [];
        }

        if (Values is { Count: > 0 } values)
        {
            return values.All(static value => value.ValueKind == JsonValueKind.String) ? ["string"]
                : values.All(static value => value.ValueKind == JsonValueKind.Number) ? ["number"]
                : [];
        }

        return Find("properties") is not null || AdditionalProperties is { ValueKind: JsonValueKind.Object } ? ["object"]
            : Items is not null || PrefixItems.Count > 0 ? ["array"]
            : [];
    }

    private IEnumerable<string> NamesOf(string keyword) => Find(keyword) switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray().Where(static name => name.ValueKind == JsonValueKind.String).Select(static name => name.GetString()!),
        _ => [],
    };

    private IReadOnlyList<JsonElement> ListOf(string keyword) => Find(keyword) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private string? TextOf(string keyword) => Text(Find(keyword));

    private JsonElement? Find(string keyword) => Find(_schema, keyword);

    private static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Find(JsonElement schema, string keyword)
        => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement value) ? value : null;
}
