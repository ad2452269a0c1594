using GeminiGen.Shared.Json;

namespace GeminiGen.CatalogGenerator;

/// <summary>Checks of the data that no single value shows: names nobody reads, ids that lead nowhere.</summary>
internal static class CatalogValidator
{
    /// <summary>Checks the whole catalogue.</summary>
    /// <exception cref="JsonSyntaxException">Something is wrong; the exception says what and where.</exception>
    public static void Validate(JsonValue catalog)
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
            CheckChain(model, "replacement", models);
            CheckChain(model, "aliasOf", models);
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
    private static void CheckChain(JsonValue model, string property, Dictionary<string, JsonValue> models)
    {
        JsonValue current = model;
        for (int steps = 0; current.Find(property) is { IsNull: false } reference; steps++)
        {
            if (steps == models.Count)
            {
                throw new JsonSyntaxException($"The property '{property}' leads round in a circle.", reference.Position);
            }

            current = models.TryGetValue(reference.GetString(), out JsonValue? next)
                ? next
                : throw new JsonSyntaxException($"The catalogue has no model '{reference.GetString()}'.", reference.Position);
        }
    }
}
