using System.Globalization;

namespace GeminiGen.Shared.Json;

/// <summary>A JSON value that knows where it stands, so that whoever reads it can point at it.</summary>
internal sealed class JsonValue
{
    private readonly string _text;

    private JsonValue(JsonKind kind, JsonPosition position, string text, IReadOnlyList<JsonValue> items, IReadOnlyList<JsonMember> members)
    {
        Kind = kind;
        Position = position;
        _text = text;
        Items = items;
        Members = members;
    }

    /// <summary>What the value is.</summary>
    public JsonKind Kind { get; }

    /// <summary>Where its first character stands.</summary>
    public JsonPosition Position { get; }

    /// <summary>The items of an array; empty for every other kind.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>The members of an object in the order of the text; empty for every other kind.</summary>
    public IReadOnlyList<JsonMember> Members { get; }

    /// <summary>Whether the value is <c>null</c>.</summary>
    public bool IsNull => Kind == JsonKind.Null;

    /// <summary>Makes a value without content: <c>null</c>, <c>true</c> or <c>false</c>.</summary>
    public static JsonValue Literal(JsonKind kind, JsonPosition position) => new(kind, position, "", [], []);

    /// <summary>Makes a number or a string.</summary>
    public static JsonValue Scalar(JsonKind kind, JsonPosition position, string text) => new(kind, position, text, [], []);

    /// <summary>Makes an array.</summary>
    public static JsonValue Array(JsonPosition position, IReadOnlyList<JsonValue> items) => new(JsonKind.Array, position, "", items, []);

    /// <summary>Makes an object.</summary>
    public static JsonValue Object(JsonPosition position, IReadOnlyList<JsonMember> members) => new(JsonKind.Object, position, "", [], members);

    /// <summary>Finds a member of an object.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>Its value; null when there is none, or when this is no object.</returns>
    public JsonValue? Find(string name)
    {
        foreach (JsonMember member in Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Whether another value says the same, wherever it stands and in whatever order the members of objects are.</summary>
    public bool IsSameAs(JsonValue other)
        => Kind == other.Kind && _text == other._text
            && Items.Count == other.Items.Count && Items.Zip(other.Items, static (item, its) => item.IsSameAs(its)).All(static isSame => isSame)
            && Members.Count == other.Members.Count && Members.All(member => other.Find(member.Name) is { } its && member.Value.IsSameAs(its));

    /// <summary>The text of a string.</summary>
    /// <exception cref="JsonSyntaxException">The value is no string.</exception>
    public string GetString() => Kind == JsonKind.String ? _text : throw Expected("a string");

    /// <summary>The value of <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="JsonSyntaxException">The value is neither.</exception>
    public bool GetBoolean() => Kind switch
    {
        JsonKind.True => true,
        JsonKind.False => false,
        _ => throw Expected("true or false"),
    };

    /// <summary>A number as a whole number of 32 bits.</summary>
    /// <exception cref="JsonSyntaxException">The value is no such number.</exception>
    public int GetInt32()
        => Kind == JsonKind.Number && int.TryParse(_text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Expected("a whole number");

    /// <summary>A number as a decimal, exact as written.</summary>
    /// <exception cref="JsonSyntaxException">The value is no number, or beyond the range of decimals.</exception>
    public decimal GetDecimal()
        => Kind == JsonKind.Number && decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Expected("a number");

    /// <summary>An error at this value's place.</summary>
    /// <param name="what">What should stand here.</param>
    public JsonSyntaxException Expected(string what) => new($"Expected {what}.", Position);
}
