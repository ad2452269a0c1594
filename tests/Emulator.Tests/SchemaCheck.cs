using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace GeminiGen.Emulator.Tests;

/// <summary>Asks a validator that is not ours.</summary>
internal static class SchemaCheck
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static void AssertValid(string schema, string json)
    {
        using JsonDocument instance = JsonDocument.Parse(json);
        EvaluationResults results = JsonSchema.FromText(schema).Evaluate(instance.RootElement, Options);
        Assert.True(results.IsValid, $"{string.Join("; ", Errors(results))} in {json} for {schema}");
    }

    /// <summary>A schema of the OpenAPI subset in the standard's words.</summary>
    public static JsonNode ToStandard(JsonNode schema)
    {
        switch (schema)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(item => ToStandard(item!))]);
            case JsonObject source:
                var result = new JsonObject();
                foreach ((string name, JsonNode? value) in source)
                {
                    if (name == "type" && value is JsonValue)
                    {
                        string type = ((string)value!).ToLowerInvariant();
                        result[name] = source["nullable"] is null ? type : new JsonArray(type, "null");
                    }
                    else if (name is "minItems" or "maxItems" or "minLength" or "maxLength" or "minProperties" or "maxProperties")
                    {
                        result[name] = int.Parse(value!.ToString(), CultureInfo.InvariantCulture);
                    }
                    else if (name == "enum" && source["nullable"] is not null)
                    {
                        result[name] = new JsonArray([.. value!.AsArray().Select(item => item!.DeepClone()), null]);
                    }
                    else if (name is not ("nullable" or "propertyOrdering"))
                    {
                        result[name] = ToStandard(value!);
                    }
                }

                return result;
            default:
                return schema.DeepClone();
        }
    }

    private static IEnumerable<string> Errors(EvaluationResults results) =>
        (results.Details ?? []).Prepend(results).Where(detail => detail.Errors is not null)
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"));
}
