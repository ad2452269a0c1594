using System.Text.Json;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Validation;

/// <summary>A reference that leads back to where it came from is taken in members only that may be missing (wire format, section 8).</summary>
internal sealed class RecursionRules
{
    private readonly JsonElement _root;
    private readonly string _path;
    private readonly List<FieldViolation> _violations;
    private readonly HashSet<string> _known = [];
    private readonly List<string> _open = [];

    private RecursionRules(JsonElement root, string path, List<FieldViolation> violations)
    {
        _root = root;
        _path = path;
        _violations = violations;
    }

    public static void Check(JsonElement schema, string path, List<FieldViolation> violations) =>
        new RecursionRules(schema, path, violations).Visit(schema, mayBeMissing: false);

    /// <param name="schema">The schema, or a list of some.</param>
    /// <param name="mayBeMissing">Whether the member it stands in may be missing.</param>
    private void Visit(JsonElement schema, bool mayBeMissing)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement option in schema.EnumerateArray())
            {
                Visit(option, mayBeMissing);
            }
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (schema.TextField("$ref") is { } reference)
        {
            Follow(reference, mayBeMissing);
        }

        HashSet<string?> required = [.. schema.ItemsField("required").Select(name => name.GetString())];
        if (schema.Field("properties") is { ValueKind: JsonValueKind.Object } properties)
        {
            foreach (JsonProperty member in properties.EnumerateObject())
            {
                Visit(member.Value, !required.Contains(member.Name));
            }
        }

        foreach (string part in new[] { "items", "prefixItems", "anyOf", "oneOf" })
        {
            if (schema.Field(part) is { } inner)
            {
                Visit(inner, mayBeMissing);
            }
        }

        if (schema.Field("additionalProperties") is { } entries)
        {
            Visit(entries, mayBeMissing: true);
        }
    }

    private void Follow(string reference, bool mayBeMissing)
    {
        if (_open.Contains(reference))
        {
            if (!mayBeMissing)
            {
                _violations.Add(new FieldViolation(_path, $"* {_path}: the cyclic $ref \"{reference}\" is only allowed within properties that are not required."));
            }
        }
        else if (_known.Add(reference) && SchemaReference.Resolve(_root, reference) is { } target)
        {
            _open.Add(reference);
            Visit(target, mayBeMissing);
            _open.Remove(reference);
        }
    }
}
