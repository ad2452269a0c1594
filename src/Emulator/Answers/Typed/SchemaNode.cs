using System.Text.Json;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers.Typed;

/// <summary>One schema, read alike from both dialects: types in lower case, references followed, null a flag.</summary>
internal sealed class SchemaNode
{
    /// <summary>How far from a bound that is out itself a number stays.</summary>
    private const double Step = 0.01;

    private static readonly JsonElement Anything = JsonSerializer.SerializeToElement(new { });

    private readonly JsonElement _root;
    private readonly JsonElement _schema;

    private SchemaNode(JsonElement schema, JsonElement root, string? reference)
    {
        _schema = schema;
        _root = root;
        Reference = reference;
        string[] types = [.. TypesOf(schema)];
        Type = HoldsNullOnly(schema) ? "null" : types.FirstOrDefault(type => type != "null") ?? (types.Length > 0 ? "null" : InferType(schema));
        IsNullable = types.Contains("null") || schema.FlagField("nullable") || RawOptions(schema).Any(IsNullSchema) || EnumHasNull(schema) || Type == "null";
    }

    /// <summary>string, number, integer, boolean, array, object, null; empty where anything goes or only options are given.</summary>
    public string Type { get; }

    public bool IsNullable { get; }

    /// <summary>The <c>$ref</c> this schema was reached by; tells recursion.</summary>
    public string? Reference { get; }

    public string Description => _schema.TextField("description") ?? "";

    public string Format => _schema.TextField("format") ?? "";

    public string? Pattern => _schema.TextField("pattern") ?? (Type == "string" ? SchemaHints.Matching(Description) : null);

    public int MinItems => _schema.IntegerField("minItems") ?? 0;

    public int MaxItems => _schema.IntegerField("maxItems") ?? int.MaxValue;

    public int MinLength => _schema.IntegerField("minLength") ?? SchemaHints.AtLeast(Description, "characters") ?? 0;

    public int MaxLength => _schema.IntegerField("maxLength") ?? SchemaHints.AtMost(Description, "characters") ?? int.MaxValue;

    public int MinProperties => _schema.IntegerField("minProperties") ?? SchemaHints.AtLeast(Description, "members") ?? 0;

    public int MaxProperties => _schema.IntegerField("maxProperties") ?? SchemaHints.AtMost(Description, "members") ?? int.MaxValue;

    public double? Minimum => SchemaHints.Bound(Description, "more than") + Step ?? _schema.NumberField("minimum");

    public double? Maximum => SchemaHints.Bound(Description, "less than") - Step ?? _schema.NumberField("maximum");

    /// <summary>The only value allowed, if there is just one.</summary>
    public JsonElement? Constant => _schema.Field("const");

    /// <summary>The values allowed, without null; empty when any is.</summary>
    public IReadOnlyList<JsonElement> Enum => _schema.Field("enum") is null && Type is ("integer" or "number")
        ? SchemaHints.OneOf(Description)
        : [.. _schema.ItemsField("enum").Where(value => value.ValueKind != JsonValueKind.Null)];

    /// <summary>The schemas of which one must hold, without null.</summary>
    public IReadOnlyList<SchemaNode> Options => [.. RawOptions(_schema).Where(option => !IsNullSchema(option)).Select(option => Child(SchemaUnion.Of(_schema, option)))];

    /// <summary>The members in the order in which they shall be written.</summary>
    public IEnumerable<(string Name, SchemaNode Schema, bool Required)> Properties
    {
        get
        {
            string[] required = [.. _schema.ItemsField("required").Select(item => item.GetString() ?? "").Distinct()];
            if (_schema.Field("properties") is not { ValueKind: JsonValueKind.Object } properties)
            {
                return required.Select(Undeclared);
            }

            List<string> ordering = [.. _schema.ItemsField("propertyOrdering").Select(item => item.GetString() ?? "")];
            return properties.EnumerateObject()
                .OrderBy(property => ordering.IndexOf(property.Name) is >= 0 and int index ? index : int.MaxValue)
                .Select(property => (property.Name, Child(property.Value), required.Contains(property.Name)))
                .Concat(required.Where(name => !properties.TryGetProperty(name, out _)).Select(Undeclared));
        }
    }

    /// <summary>The schema of the members of a dictionary; null when no other members are described.</summary>
    public SchemaNode? AdditionalProperties =>
        _schema.Field("additionalProperties") is { ValueKind: JsonValueKind.Object } schema ? Child(schema) : null;

    /// <summary>The schemas of the first items, for arrays that fix them by place.</summary>
    public IReadOnlyList<SchemaNode> PrefixItems => [.. _schema.ItemsField("prefixItems").Select(Child)];

    /// <summary>The schema of the items; null when anything goes.</summary>
    public SchemaNode? Items => _schema.Field("items") is { ValueKind: JsonValueKind.Object } items ? Child(items) : null;

    public static SchemaNode Read(JsonElement schema) => Read(schema, schema);

    private static SchemaNode Read(JsonElement schema, JsonElement root)
    {
        string? first = null;
        for (int hops = 0; hops < 16 && ReferenceOf(schema) is { } reference && SchemaReference.Resolve(root, reference) is { } target; hops++)
        {
            first ??= reference;
            schema = target;
        }

        return new SchemaNode(schema, root, first);
    }

    /// <summary>A member that has to be there and may be anything.</summary>
    private (string Name, SchemaNode Schema, bool Required) Undeclared(string name) => (name, AdditionalProperties ?? Child(Anything), true);

    private SchemaNode Child(JsonElement schema) => Read(schema, _root);

    private static string? ReferenceOf(JsonElement schema) => schema.Field("$ref") is { ValueKind: JsonValueKind.String } reference ? reference.GetString() : null;

    private static IEnumerable<JsonElement> RawOptions(JsonElement schema) => schema.ItemsField("anyOf").Concat(schema.ItemsField("oneOf"));

    private static IEnumerable<string> TypesOf(JsonElement schema) =>
        schema.ItemsField("type").Select(type => (type.GetString() ?? "").ToLowerInvariant());

    private static bool IsNullSchema(JsonElement schema) => TypesOf(schema).SequenceEqual(["null"]);

    private static bool EnumHasNull(JsonElement schema) => schema.ItemsField("enum").Any(value => value.ValueKind == JsonValueKind.Null);

    private static bool HoldsNullOnly(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object
            && ((schema.TryGetProperty("const", out JsonElement constant) && constant.ValueKind == JsonValueKind.Null)
                || (schema.Field("enum") is { ValueKind: JsonValueKind.Array } values && values.GetArrayLength() > 0 && values.EnumerateArray().All(value => value.ValueKind == JsonValueKind.Null)));

    private static string InferType(JsonElement schema)
    {
        if (schema.Field("properties") is not null || schema.Field("additionalProperties") is not null)
        {
            return "object";
        }

        if ((schema.Field("items") ?? schema.Field("prefixItems")) is not null)
        {
            return "array";
        }

        JsonElement[] options = [.. RawOptions(schema)];
        return options.Length > 0 && options.All(IsNullSchema) ? "null" : "";
    }
}
