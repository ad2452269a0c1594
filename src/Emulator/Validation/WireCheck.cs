using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Validation;

/// <summary>
/// Compares a body with the messages of the wire format: unknown fields, values of the wrong type, names no enum has. This is what the
/// API does while it reads the body, so it comes before the key is looked at.
/// </summary>
internal sealed class WireCheck
{
    private const string TypePrefix = "type.googleapis.com/google.ai.generativelanguage.v1beta.";

    /// <summary>A body with thousands of mistakes is told about the first few.</summary>
    private const int MaxViolations = 20;

    private readonly List<FieldViolation> _violations = [];
    private bool _hasOtherCase;

    private WireCheck()
    {
    }

    /// <summary>Checks a body.</summary>
    /// <returns>The body, with the values of enums as the API writes them: it reads them in any case.</returns>
    /// <exception cref="ApiErrorException">The body is refused.</exception>
    public static JsonElement Checked(JsonElement body, WireMessage message)
    {
        var check = new WireCheck();
        check.CheckMessage(body, message, path: "");
        return check._violations.Count > 0 ? throw new ApiErrorException(ApiErrors.Invalid(check._violations))
            : check._hasOtherCase ? EnumSpelling.Correct(body, message)
            : body;
    }

    private void CheckMessage(JsonElement element, WireMessage message, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _violations.Add(new FieldViolation(path, $"Invalid value at '{path}': an object is expected."));
            return;
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (_violations.Count >= MaxViolations)
            {
                return;
            }

            if (message.Find(property.Name) is not { } field)
            {
                string at = path.Length == 0 ? "" : $" at '{path}'";
                _violations.Add(new FieldViolation(path, $"Invalid JSON payload received. Unknown name \"{property.Name}\"{at}: Cannot find field."));
                continue;
            }

            CheckField(property.Value, field, path.Length == 0 ? field.SnakeName : $"{path}.{field.SnakeName}");
        }
    }

    private void CheckField(JsonElement value, WireField field, string path)
    {
        if (!field.Repeated || value.ValueKind is not JsonValueKind.Array)
        {
            // A single value where a list is expected is read as a list of one.
            CheckValue(value, field, path);
            return;
        }

        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            CheckValue(item, field, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
        }
    }

    private void CheckValue(JsonElement value, WireField field, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        switch (field.Kind)
        {
            case WireKind.Message:
                CheckMessage(value, field.Message!(), path);
                break;
            case WireKind.Map when value.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty entry in value.EnumerateObject())
                {
                    CheckMessage(entry.Value, field.Message!(), $"{path}[{entry.Name}]");
                }

                break;
            default:
                if (Expected(value, field) is { } expected)
                {
                    _violations.Add(new FieldViolation(path, $"Invalid value at '{path}' ({expected}), {Excerpt(value)}"));
                }

                break;
        }
    }

    /// <summary>The expected type in the API's words, or null when the value fits.</summary>
    private string? Expected(JsonElement value, WireField field) => field.Kind switch
    {
        WireKind.Text when value.ValueKind != JsonValueKind.String => "TYPE_STRING",
        WireKind.Bytes when value.ValueKind != JsonValueKind.String || !WireValue.IsBase64(value) => "TYPE_BYTES",
        WireKind.Flag when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => "TYPE_BOOL",
        WireKind.Integer when WireValue.Integer(value) is null => "TYPE_INT32",
        WireKind.Number when WireValue.Number(value) is null => "TYPE_FLOAT",
        WireKind.Duration when WireValue.Duration(value) is null => "type.googleapis.com/google.protobuf.Duration",
        WireKind.Time when WireValue.Time(value) is null => "type.googleapis.com/google.protobuf.Timestamp",
        WireKind.Choice when !IsChoice(value, field) => TypePrefix + field.TypeName,
        WireKind.Object when value.ValueKind != JsonValueKind.Object => "type.googleapis.com/google.protobuf.Struct",
        WireKind.Map => "a map is expected",
        _ => null,
    };

    private bool IsChoice(JsonElement value, WireField field)
    {
        if (value.ValueKind != JsonValueKind.String || field.ChoiceOf(value.GetString()) is not { } choice)
        {
            return false;
        }

        _hasOtherCase |= !value.ValueEquals(choice);
        return true;
    }

    private static string Excerpt(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }
}
