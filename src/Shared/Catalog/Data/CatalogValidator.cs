using GeminiGen.Shared.Json;

namespace GeminiGen.Shared.Catalog;

/// <summary>Checks of the data that no single value shows: names nobody reads, ids that lead nowhere.</summary>
internal static class CatalogValidator
{
    /// <summary>Finds the id that an entry outside of the data names in a property; false when there is no such entry.</summary>
    public delegate bool ReferenceLookup(string id, string property, out string? reference);

    /// <summary>Checks a whole catalogue.</summary>
    /// <exception cref="JsonSyntaxException">Something is wrong; the exception says what and where.</exception>
    public static void Validate(JsonValue catalog) => Validate(catalog, static (string _, string _, out string? reference) =>
    {
        reference = null;
        return false;
    });

    /// <summary>Checks entries that stand over those of another catalogue.</summary>
    /// <exception cref="JsonSyntaxException">Something is wrong; the exception says what and where.</exception>
    public static void Validate(JsonValue catalog, ReferenceLookup others)
    {
        if (catalog.Kind != JsonKind.Array)
        {
            throw catalog.Expected("a list of models");
        }

        var models = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (JsonValue model in catalog.Items)
        {
            CheckNames(model, CatalogShapes.Runtime);
            JsonValue id = ValueWriter.Require(model, "id");
            if (models.ContainsKey(id.GetString()))
            {
                throw new JsonSyntaxException($"The model '{id.GetString()}' stands twice in the catalogue.", id.Position);
            }

            models.Add(id.GetString(), model);
        }

        foreach (JsonValue model in catalog.Items)
        {
            CheckChain(model, "replacement", models, others);
            CheckChain(model, "aliasOf", models, others);
        }
    }

    /// <summary>Checks the schema languages.</summary>
    /// <exception cref="JsonSyntaxException">Something is wrong; the exception says what and where.</exception>
    public static void ValidateDialects(JsonValue dialects)
    {
        if (dialects.Kind != JsonKind.Array)
        {
            throw dialects.Expected("a list of schema languages");
        }

        foreach (JsonValue dialect in dialects.Items)
        {
            CheckNames(dialect, CatalogShapes.DialectData);
            _ = ValueWriter.Require(dialect, "id");
        }
    }

    private static void CheckNames(JsonValue value, CatalogShape shape)
    {
        foreach (JsonMember member in value.Members)
        {
            CatalogField? field = shape.Fields.FirstOrDefault(field => field.Path == member.Name);
            if (field is null && member.Name != shape.ConstructorField)
            {
                throw new JsonSyntaxException($"Nothing reads the property '{member.Name}'.", member.Position);
            }

            if (field?.Shape is { } nested)
            {
                CheckNames(member.Value, nested);
                foreach (JsonValue item in member.Value.Items)
                {
                    CheckNames(item, nested);
                }
            }
        }
    }

    // Follows a reference from model to model: each must exist and none may come back to where it began.
    private static void CheckChain(JsonValue model, string property, Dictionary<string, JsonValue> models, ReferenceLookup others)
    {
        if (model.Find(property) is not { IsNull: false } first)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { ValueWriter.Require(model, "id").GetString() };
        for (string? id = first.GetString(); id is not null;)
        {
            if (!seen.Add(id))
            {
                throw new JsonSyntaxException($"The property '{property}' leads round in a circle.", first.Position);
            }

            bool isKnown = others(id, property, out string? next);
            if (models.TryGetValue(id, out JsonValue? own))
            {
                next = own.Find(property) is { } reference ? (reference.IsNull ? null : reference.GetString()) : next;
            }
            else if (!isKnown)
            {
                throw new JsonSyntaxException($"The catalogue has no model '{id}'.", first.Position);
            }

            id = next;
        }
    }
}
