using System.Globalization;
using System.Text;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Shared.Catalog;

/// <summary>Writes values of the data as C# expressions.</summary>
internal static class ValueWriter
{
    /// <summary>An object as an object creation expression; members the data leaves out or gives as null keep their defaults.</summary>
    /// <exception cref="JsonSyntaxException">A value is not what the shape says.</exception>
    public static string Object(JsonValue value, CatalogShape shape)
    {
        if (value.Kind != JsonKind.Object)
        {
            throw value.Expected("an object");
        }

        var text = new StringBuilder("new ").Append(shape.TypeName);
        text.Append('(').Append(shape.ConstructorField is null ? "" : Text(Require(value, shape.ConstructorField))).Append(") {");
        foreach (CatalogField field in shape.Fields)
        {
            if (Find(value, field.Path) is { IsNull: false } found)
            {
                text.Append(' ').Append(field.Member).Append(" = ").Append(Value(found, field)).Append(',');
            }
        }

        return text.Append(" }").ToString();
    }

    /// <summary>The value of a property that has to be there.</summary>
    public static JsonValue Require(JsonValue owner, string name)
        => owner.Find(name) ?? throw owner.Expected($"an object with the property '{name}'");

    private static JsonValue? Find(JsonValue owner, string path)
    {
        JsonValue? found = owner;
        foreach (string name in path.Split('/'))
        {
            found = found?.Find(name);
        }

        return found;
    }

    private static string Value(JsonValue value, CatalogField field) => field.Kind switch
    {
        FieldKind.Text => Text(value),
        FieldKind.TextList => $"new string[] {{ {string.Join(", ", Items(value).Select(Text))} }}",
        FieldKind.Integer => NotNegative(value, value.GetInt32()).ToString(CultureInfo.InvariantCulture),
        FieldKind.Decimal => NotNegative(value, value.GetDecimal()).ToString(CultureInfo.InvariantCulture) + "m",
        FieldKind.Flag => value.GetBoolean() ? "true" : "false",
        FieldKind.Date => Date(value),
        FieldKind.Enum => $"{field.TypeName}.{EnumMember(value, field)}",
        FieldKind.Support => $"{field.TypeName}.{(value.Kind == JsonKind.String ? "Partial" : value.GetBoolean() ? "Yes" : "No")}",
        FieldKind.Object => Object(value, field.Shape!),
        FieldKind.ObjectList => $"new {field.Shape!.TypeName}[] {{ {string.Join(", ", Items(value).Select(item => Object(item, field.Shape)))} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Kind, "Unknown kind."),
    };

    private static IReadOnlyList<JsonValue> Items(JsonValue value)
        => value.Kind == JsonKind.Array ? value.Items : throw value.Expected("a list");

    private static string Text(JsonValue value) => SymbolDisplay.FormatLiteral(value.GetString(), quote: true);

    private static string Date(JsonValue value)
    {
        string text = value.GetString();
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
        {
            return $"new global::System.DateOnly({day.Year}, {day.Month}, {day.Day})";
        }

        if (DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime month))
        {
            return $"new global::System.DateOnly({month.Year}, {month.Month}, {DateTime.DaysInMonth(month.Year, month.Month)})";
        }

        throw value.Expected("a day (yyyy-MM-dd) or a month (yyyy-MM)");
    }

    private static string EnumMember(JsonValue value, CatalogField field)
    {
        string word = value.Kind switch
        {
            JsonKind.True => "yes",
            JsonKind.False => "no",
            _ => value.GetString(),
        };
        return field.Words!.Contains(word) ? Identifiers.Pascal(word) : throw value.Expected("one of " + string.Join(", ", field.Words));
    }

    private static int NotNegative(JsonValue value, int number) => number >= 0 ? number : throw value.Expected("a number of at least 0");

    private static decimal NotNegative(JsonValue value, decimal number) => number >= 0 ? number : throw value.Expected("a number of at least 0");
}
