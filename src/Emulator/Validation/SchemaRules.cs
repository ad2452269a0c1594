using System.Text.Json;
using GeminiGen.Emulator.Answers.Typed;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Which answer schemas are refused.</summary>
internal static class SchemaRules
{
    private const string OpenApiPath = "generation_config.response_schema";

    private static readonly (string Low, string High)[] Bounds =
        [("minimum", "maximum"), ("minItems", "maxItems"), ("minLength", "maxLength"), ("minProperties", "maxProperties")];

    private static readonly string[] JsonTypes = ["string", "number", "integer", "boolean", "array", "object", "null"];

    /// <summary>Keywords of JSON Schema that hold a schema, schemas by name, or a list of them.</summary>
    private static readonly string[] Schemas = ["items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else"];

    private static readonly string[] SchemaMaps = ["properties", "patternProperties", "$defs", "definitions"];

    private static readonly string[] SchemaLists = ["anyOf", "oneOf", "allOf", "prefixItems"];

    public static void Check(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        JsonElement config = request.Config;
        JsonElement? openApi = config.Field("responseSchema");
        JsonElement? jsonSchema = config.Field("responseJsonSchema");
        if (openApi is not null && jsonSchema is not null)
        {
            Add(violations, OpenApiPath, "response_schema and response_json_schema cannot be set together.");
            return;
        }

        if (jsonSchema is not null && model.AcceptsJsonSchema == false)
        {
            Add(violations, "generation_config.response_json_schema", "is not supported for this model.");
        }

        if (request.Schema is var (schema, dialect))
        {
            CheckMimeType(request.MimeType, schema, violations);
            if (dialect == SchemaDialect.OpenApi)
            {
                CheckWholeOpenApi(schema, OpenApiPath, violations);
            }
            else
            {
                CheckJsonSchema(schema, "generation_config.response_json_schema", violations);
            }
        }
    }

    /// <summary>A schema of the JSON Schema dialect, of an answer or of a function.</summary>
    public static void CheckJsonSchema(JsonElement schema, string path, List<FieldViolation> violations)
    {
        CheckJsonSchema(schema, schema, path, violations);
        RecursionRules.Check(schema, path, violations);
        CheckSize(schema, path, violations);
    }

    /// <summary>A schema of the OpenAPI subset, of an answer or of a function.</summary>
    public static void CheckWholeOpenApi(JsonElement schema, string path, List<FieldViolation> violations)
    {
        CheckOpenApi(schema, path, violations);
        CheckSize(schema, path, violations);
    }

    // What breaks other rules cannot be measured.
    private static void CheckSize(JsonElement schema, string path, List<FieldViolation> violations)
    {
        if (violations.Count == 0 && SchemaSize.IsTooLarge(schema))
        {
            Add(violations, path, "The specified schema produces a constraint that has too many states for serving.");
        }
    }

    private static void CheckMimeType(string? mimeType, JsonElement schema, List<FieldViolation> violations)
    {
        if (mimeType == "text/x.enum" && schema.Field("enum") is null)
        {
            Add(violations, "generation_config.response_mime_type", "text/x.enum needs a schema with an enum.");
        }

        if (mimeType is not ("application/json" or "text/x.enum"))
        {
            Add(violations, "generation_config.response_mime_type", "a response schema needs application/json (or text/x.enum).");
        }
    }

    /// <summary>Pairs of bounds between which nothing lies.</summary>
    private static void CheckBounds(JsonElement schema, string path, List<FieldViolation> violations)
    {
        foreach ((string low, string high) in Bounds)
        {
            double? least = schema.NumberField(low);
            double? most = schema.NumberField(high);
            if (least > most)
            {
                Add(violations, path + "." + low, $"must not be more than {high}.");
            }

            // Numbers may be less than nothing; lengths and counts may not.
            if (low != "minimum" && (least < 0 || most < 0))
            {
                Add(violations, path + "." + (least < 0 ? low : high), "must not be negative.");
            }
        }
    }

    private static void CheckOpenApi(JsonElement schema, string path, List<FieldViolation> violations)
    {
        CheckBounds(schema, path, violations);
        string? type = schema.TextField("type");
        if (type is null or "TYPE_UNSPECIFIED" && !schema.ItemsField("anyOf").Any())
        {
            Add(violations, path + ".type", "must be specified.");
        }

        if (type == "OBJECT")
        {
            CheckObject(schema, path, violations);
        }

        if (type == "ARRAY" && schema.Field("items") is null)
        {
            Add(violations, path + ".items", "missing field.");
        }

        if (schema.Field("enum") is not null && type != "STRING")
        {
            Add(violations, path + ".enum", "only allowed for STRING type.");
        }

        if (schema.ItemsField("enum").Any(value => value.GetString() is null or ""))
        {
            Add(violations, path + ".enum", "a value cannot be empty.");
        }

        foreach ((JsonElement child, string at) in Children(schema, path))
        {
            CheckOpenApi(child, at, violations);
        }
    }

    private static void CheckObject(JsonElement schema, string path, List<FieldViolation> violations)
    {
        HashSet<string> names = [.. PropertyNames(schema)];
        if (names.Count == 0)
        {
            Add(violations, path + ".properties", "should be non-empty for OBJECT type.");
            return;
        }

        foreach (JsonElement required in schema.ItemsField("required"))
        {
            if (!names.Contains(required.GetString() ?? ""))
            {
                Add(violations, path + ".required", $"property \"{required.GetString()}\" is not defined.");
            }
        }

        string?[] ordering = [.. schema.ItemsField("propertyOrdering").Select(item => item.GetString())];
        if (ordering.Length > 0 && (ordering.Length != names.Count || !names.SetEquals(ordering!)))
        {
            Add(violations, path + ".property_ordering", "must name each property once.");
        }
    }

    private static IEnumerable<(JsonElement Schema, string Path)> Children(JsonElement schema, string path)
    {
        if (schema.Field("properties") is { } properties)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                yield return (property.Value, $"{path}.properties[{property.Name}]");
            }
        }

        if (schema.Field("items") is { } items)
        {
            yield return (items, path + ".items");
        }

        int index = 0;
        foreach (JsonElement option in schema.ItemsField("anyOf"))
        {
            yield return (option, $"{path}.any_of[{index++}]");
        }
    }

    private static void CheckJsonSchema(JsonElement schema, JsonElement root, string path, List<FieldViolation> violations)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            Add(violations, path, "a schema must be an object.");
            return;
        }

        CheckTypes(schema, path, violations);
        CheckBounds(schema, path, violations);
        if (schema.TextField("$ref") is { } reference)
        {
            CheckReference(schema, root, reference, path, violations);
        }

        foreach ((JsonElement child, string at) in JsonSchemaChildren(schema, path))
        {
            // True and false, anything and nothing, are schemas too, though not of a whole answer.
            if (child.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                CheckJsonSchema(child, root, at, violations);
            }
        }
    }

    private static void CheckTypes(JsonElement schema, string path, List<FieldViolation> violations)
    {
        foreach (JsonElement type in schema.ItemsField("type"))
        {
            if (type.ValueKind != JsonValueKind.String || !JsonTypes.Contains(type.GetString()))
            {
                Add(violations, path + ".type", $"{type.GetRawText()} is not one of {string.Join(", ", JsonTypes)}.");
            }
        }
    }

    private static IEnumerable<(JsonElement Schema, string Path)> JsonSchemaChildren(JsonElement schema, string path)
    {
        foreach (JsonProperty member in schema.EnumerateObject())
        {
            string at = $"{path}.{member.Name}";
            if (Schemas.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
            {
                yield return (member.Value, at);
            }
            else if (SchemaMaps.Contains(member.Name) && member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty named in member.Value.EnumerateObject())
                {
                    yield return (named.Value, $"{at}.{named.Name}");
                }
            }
            else if (SchemaLists.Contains(member.Name))
            {
                foreach (JsonElement option in schema.ItemsField(member.Name))
                {
                    yield return (option, at);
                }
            }
        }
    }

    private static void CheckReference(JsonElement schema, JsonElement root, string reference, string path, List<FieldViolation> violations)
    {
        if (schema.EnumerateObject().Any(member => !member.Name.StartsWith('$')))
        {
            Add(violations, path, "a $ref must stand alone.");
        }

        if (SchemaReference.Resolve(root, reference) is null)
        {
            Add(violations, path, $"$ref \"{reference}\" names nothing in this schema.");
        }
    }

    private static IEnumerable<string> PropertyNames(JsonElement schema) =>
        schema.Field("properties") is { } properties ? properties.EnumerateObject().Select(property => property.Name) : [];

    private static void Add(List<FieldViolation> violations, string field, string text) =>
        violations.Add(new FieldViolation(field, $"* {field}: {text}"));
}
