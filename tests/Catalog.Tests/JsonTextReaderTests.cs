using GeminiGen.Shared.Json;

namespace GeminiGen.Catalog.Tests;

public sealed class JsonTextReaderTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        JsonValue value = JsonTextReader.Parse(""" { "a": [null, true, false, -1.50e+2, "x"], "b": {} } """);

        IReadOnlyList<JsonValue> items = value.Find("a")!.Items;
        Assert.Equal([JsonKind.Null, JsonKind.True, JsonKind.False, JsonKind.Number, JsonKind.String], items.Select(static item => item.Kind));
        Assert.True(items[1].GetBoolean());
        Assert.False(items[2].GetBoolean());
        Assert.Equal(-150m, items[3].GetDecimal());
        Assert.Equal("x", items[4].GetString());
        Assert.Equal(JsonKind.Object, value.Find("b")!.Kind);
        Assert.Null(value.Find("c"));
    }

    [Theory]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u00e9\\uD83D\\uDE00é😀\"", "é😀é😀")]
    [InlineData("\"\"", "")]
    public void Escapes_are_read(string json, string expected)
        => Assert.Equal(expected, JsonTextReader.Parse(json).GetString());

    [Fact]
    public void Values_and_names_know_their_place()
    {
        JsonValue value = JsonTextReader.Parse("{\r\n  \"a\": 1,\n\t\"b\": [2,\n3]\n}");

        Assert.Equal(new(0, 1, 1), value.Position);
        Assert.Equal(new(5, 2, 3), value.Members[0].Position);
        Assert.Equal(new(10, 2, 8), value.Members[0].Value.Position);
        Assert.Equal(new(23, 4, 1), value.Find("b")!.Items[1].Position);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped_and_not_counted_as_a_column()
        => Assert.Equal(1, JsonTextReader.Parse("\uFEFF1").Position.Column);

    [Theory]
    [InlineData("", 1, 1, "Expected a value, found the end of the text.")]
    [InlineData("  ", 1, 3, "Expected a value, found the end of the text.")]
    [InlineData("nul", 1, 1, "Expected a value.")]
    [InlineData("'a'", 1, 1, "Expected a value.")]
    [InlineData("// c\n1", 1, 1, "Expected a value.")]
    [InlineData("1 2", 1, 3, "Expected the end of the text.")]
    [InlineData("[1,]", 1, 4, "Expected a value.")]
    [InlineData("[1", 1, 3, "Expected ',' or ']'.")]
    [InlineData("[1 2]", 1, 4, "Expected ',' or ']'.")]
    [InlineData("{\"a\":1", 1, 7, "Expected ',' or '}'.")]
    [InlineData("{\"a\":1,}", 1, 8, "Expected a member name in double quotes.")]
    [InlineData("{a:1}", 1, 2, "Expected a member name in double quotes.")]
    [InlineData("{\"a\" 1}", 1, 6, "Expected ':' after the member name.")]
    [InlineData("{\n\"a\":1,\n\"a\":2}", 3, 1, "The name 'a' stands twice in one object.")]
    [InlineData("\"a", 1, 3, "The string does not end.")]
    [InlineData("\"a\\", 1, 3, "Unknown escape in a string.")]
    [InlineData("\"a\nb\"", 1, 3, "A control character in a string must be escaped.")]
    [InlineData("\"\\x\"", 1, 2, "Unknown escape in a string.")]
    [InlineData("\"\\u12\"", 1, 2, "Expected four hexadecimal digits after \\u.")]
    [InlineData("\"\\u 123\"", 1, 2, "Expected four hexadecimal digits after \\u.")]
    [InlineData("01", 1, 2, "Expected the end of the text.")]
    [InlineData("-", 1, 2, "Expected a digit.")]
    [InlineData("1.", 1, 3, "Expected a digit.")]
    [InlineData("1e", 1, 3, "Expected a digit.")]
    [InlineData("+1", 1, 1, "Expected a value.")]
    [InlineData(".5", 1, 1, "Expected a value.")]
    [InlineData("[\0]", 1, 2, "Expected a value.")]
    public void A_fault_is_told_at_its_place(string json, int line, int column, string reason)
    {
        JsonSyntaxException e = Assert.Throws<JsonSyntaxException>(() => JsonTextReader.Parse(json));

        Assert.Equal((reason, line, column), (e.Reason, e.Position.Line, e.Position.Column));
        Assert.Equal($"{reason} (line {line}, column {column})", e.Message);
    }

    [Fact]
    public void Deep_nesting_is_read_up_to_the_limit_and_refused_beyond()
    {
        Assert.Equal(JsonKind.Array, JsonTextReader.Parse(Nested(JsonTextReader.MaxDepth)).Kind);
        JsonSyntaxException e = Assert.Throws<JsonSyntaxException>(() => JsonTextReader.Parse(Nested(100_000)));
        Assert.Equal(JsonTextReader.MaxDepth + 1, e.Position.Column);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Every_cut_of_a_text_is_refused()
    {
        string text = CatalogData.Text.TrimEnd();
        for (int length = 0; length < 4000; length++)
        {
            Assert.Throws<JsonSyntaxException>(() => JsonTextReader.Parse(text[..length]));
        }
    }

    [Fact]
    public void A_value_of_another_kind_is_told_at_its_place()
    {
        JsonValue value = JsonTextReader.Parse("[\"a\", 1.5, null, 99999999999]");

        Assert.Equal("Expected a whole number. (line 1, column 7)", Assert.Throws<JsonSyntaxException>(() => value.Items[1].GetInt32()).Message);
        Assert.Throws<JsonSyntaxException>(() => value.Items[3].GetInt32());
        Assert.Throws<JsonSyntaxException>(() => value.Items[0].GetDecimal());
        Assert.Throws<JsonSyntaxException>(() => value.Items[0].GetBoolean());
        Assert.Throws<JsonSyntaxException>(() => value.Items[2].GetString());
    }
}
