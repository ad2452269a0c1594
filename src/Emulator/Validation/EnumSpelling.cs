using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Validation;

/// <summary>Writes the values of enums as the API writes them, in a body that passed <see cref="WireCheck"/>.</summary>
internal static class EnumSpelling
{
    public static JsonElement Correct(JsonElement body, WireMessage message)
    {
        JsonObject node = JsonSerializer.SerializeToNode(body)!.AsObject();
        CorrectMessage(node, message);
        return JsonSerializer.SerializeToElement(node);
    }

    private static void CorrectMessage(JsonObject node, WireMessage message)
    {
        foreach ((string name, JsonNode? value) in node.ToArray())
        {
            if (value is JsonArray list && message.Find(name) is { Repeated: true } items)
            {
                foreach (JsonNode item in list.OfType<JsonNode>().ToArray())
                {
                    CorrectValue(item, items);
                }
            }
            else if (value is not null && message.Find(name) is { } field)
            {
                CorrectValue(value, field);
            }
        }
    }

    private static void CorrectValue(JsonNode value, WireField field)
    {
        switch (field.Kind)
        {
            case WireKind.Message:
                CorrectMessage(value.AsObject(), field.Message!());
                break;
            case WireKind.Map:
                foreach (JsonObject entry in value.AsObject().Select(pair => pair.Value).OfType<JsonObject>())
                {
                    CorrectMessage(entry, field.Message!());
                }

                break;
            case WireKind.Choice:
                value.ReplaceWith(field.ChoiceOf((string?)value));
                break;
            default:
                break;
        }
    }
}
