using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GeminiGen.Emulator.Answers.Text;
using GeminiGen.Emulator.Answers.Typed;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Tests;

/// <summary>Typed answers are valid for whatever schema the API would take, by the word of a validator that is not ours.</summary>
public sealed class RandomSchemaTests
{
    private static readonly PromptInput[] Inputs =
    [
        Read("Describe this document.\n\n" + Bodies.Article),
        Read("Hello"),
        Read("Order 4711 of 12.03.2026, -3 or 12,500.75 euros. Contact: jane@example.org, https://example.org/orders"),
        Read("总结:\n港口的钟今年春天修好了。\U0001F600\U0001F600"),
        Read(""),
    ];

    private static readonly Gen<string> Names = Gen.OneOf(
        "title", "summary", "kind", "amount", "minutes", "url", "email", "dueDate", "tags", "items", "key", "value", "is_open", "größe", "a b", "$x", "0", "language", "count");

    [Fact]
    public void Valid_for_json_schema() => Schemas(depth: 3, isOpenApi: false).Sample(schema => Check(schema, schema), iter: 1000);

    [Fact]
    public void Valid_for_the_openapi_subset() => Schemas(depth: 3, isOpenApi: true).Sample(schema => Check(ToOpenApi(schema), schema), iter: 1000);

    [Fact]
    public void Valid_for_schemas_that_contain_themselves() =>
        Gen.Select(Schemas(depth: 2, isOpenApi: false), Gen.Int[1, 12]).Sample((schema, members) =>
        {
            var properties = new JsonObject { ["own"] = schema.DeepClone() };
            for (int index = 0; index < members; index++)
            {
                properties[$"next{index}"] = index % 2 == 0
                    ? new JsonObject { ["$ref"] = "#/$defs/Node" }
                    : new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/Node" } };
            }

            var node = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("own") };
            var root = new JsonObject { ["$ref"] = "#/$defs/Node", ["$defs"] = new JsonObject { ["Node"] = node } };
            Check(root, root);
        }, iter: 8);

    [Theory]
    [InlineData("""{"type":"string","minLength":5,"pattern":"^a+$"}""")]
    [InlineData("""{"type":"string","minLength":8,"pattern":"^[a-z]+$"}""")]
    [InlineData("""{"type":"string","minLength":3,"pattern":"^\\d*$"}""")]
    [InlineData("""{"type":"string","minLength":4,"pattern":"^x"}""")]
    [InlineData("""{"type":"string","minLength":2,"maxLength":2,"pattern":"^[A-Z]+$"}""")]
    [InlineData("""{"type":"string","minLength":9,"maxLength":9,"pattern":"^[a-z]{1,5}-[0-9]{1,3}$"}""")]
    [InlineData("""{"type":"string","minLength":5,"pattern":"^(a|b{5})$"}""")]
    [InlineData("""{"type":"string","pattern":"^(?!foo)\\w{4}$"}""")]
    [InlineData("""{"type":"string","pattern":"^(a)(b)\\2\\1$"}""")]
    [InlineData("""{"type":"string","pattern":"^\\u0041\\x42$"}""")]
    [InlineData("""{"type":"string","pattern":"^[\\]x]$"}""")]
    [InlineData("""{"type":"string","pattern":"^[^\\]a]{3}$"}""")]
    [InlineData("""{"type":"string","format":"email","maxLength":8}""")]
    [InlineData("""{"type":"string","format":"email","minLength":30}""")]
    [InlineData("""{"type":"string","format":"uri","maxLength":12}""")]
    [InlineData("""{"type":"string","format":"uri","minLength":40}""")]
    [InlineData("""{"type":"string","format":"hostname","minLength":20}""")]
    [InlineData("""{"type":"string","format":"hostname","minLength":81}""")]
    [InlineData("""{"type":"integer","minimum":1e30}""")]
    [InlineData("""{"const":null}""")]
    [InlineData("""{"enum":[null]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["b"]}""")]
    [InlineData("""{"type":"object","required":["b"],"additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"oneOf":[{"properties":{"kind":{"const":"x"}},"required":["kind"]}]}""")]
    public void Valid_for_odd_schemas(string schema) => Check(JsonNode.Parse(schema)!.AsObject(), JsonNode.Parse(schema)!.AsObject());

    private static void Check(JsonObject sent, JsonObject standard)
    {
        JsonElement schema = JsonSerializer.SerializeToElement(sent);
        foreach (PromptInput input in Inputs)
        {
            string json = TypedAnswer.Write(schema, input, asJson: true);
            Assert.True(json.Length < 2_000_000, $"{json.Length} characters");
            SchemaCheck.AssertValid(standard.ToJsonString(), json);
        }
    }

    private static PromptInput Read(string text) => PromptReader.Read([], [new Turn("user", [text], [], [])]);

    /// <summary>Any schema of the part that both dialects share, or of the larger one.</summary>
    private static Gen<JsonObject> Schemas(int depth, bool isOpenApi)
    {
        Gen<JsonObject> simple = Gen.OneOf<JsonObject>(Texts(), Enums(), Integers(), Numbers(), Gen.Const(new JsonObject { ["type"] = "boolean" }));
        if (!isOpenApi)
        {
            simple = Gen.OneOf<JsonObject>(simple, Gen.OneOf(
                """{"type":"null"}""", """{"const":"fixed"}""", """{"enum":[1,2.5,"three"]}""", """{"type":"integer","enum":[4,5]}""").Select(Parse));
        }

        Gen<JsonObject> any = depth == 0 ? simple : Gen.OneOf<JsonObject>(simple, Arrays(depth - 1, isOpenApi), Objects(depth - 1, isOpenApi), Objects(depth - 1, isOpenApi), Unions(depth - 1, isOpenApi));
        return Gen.Select(any, Gen.Int[0, 4]).Select((schema, chance) => chance == 0 ? Nullable(schema) : schema);
    }

    private static Gen<JsonObject> Texts() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 40], Gen.Int[0, 40], Gen.OneOf("date", "date-time", "time", "duration", "uuid", "email", "uri", "ipv4", "ipv6", "hostname"),
        Gen.OneOf("^[A-Z]{3}-\\d{4}$", "^(low|high)$", "^\\w+@x\\.org$", "^[^a-z]+$", "^a{2,5}$")).Select((kind, low, span, format, pattern) => kind switch
        {
            0 => new JsonObject { ["type"] = "string" },
            1 => new JsonObject { ["type"] = "string", ["minLength"] = low, ["maxLength"] = low + span },
            2 => new JsonObject { ["type"] = "string", ["format"] = format },
            3 => new JsonObject { ["type"] = "string", ["pattern"] = pattern },
            _ => new JsonObject { ["type"] = "string", ["pattern"] = low % 2 == 0 ? "^[A-Z][a-z]*$" : "^\\d{1,3}(-\\w+)+$", ["minLength"] = low + 3, ["maxLength"] = low + 3 + span + (low % 2) },
        });

    private static Gen<JsonObject> Enums() => Gen.OneOf("Red", "Green", "Other", "clock", "ß").Array[1, 4]
        .Select(values => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Distinct().Select(value => JsonValue.Create(value))]) });

    private static Gen<JsonObject> Integers() => Bounds("integer", Gen.Int[-100_000, 100_000].Select(value => (double)value), Gen.Int[0, 1000].Select(value => (double)value));

    private static Gen<JsonObject> Numbers() => Bounds("number", Gen.Int[-100_000, 100_000].Select(value => value / 8.0), Gen.Int[0, 1000].Select(value => value / 8.0));

    private static Gen<JsonObject> Bounds(string type, Gen<double> lows, Gen<double> spans) => Gen.Select(Gen.Int[0, 3], lows, spans).Select((which, low, span) =>
    {
        var schema = new JsonObject { ["type"] = type };
        if ((which & 1) != 0)
        {
            schema["minimum"] = low;
        }

        if ((which & 2) != 0)
        {
            schema["maximum"] = low + span;
        }

        return schema;
    });

    private static Gen<JsonObject> Arrays(int depth, bool isOpenApi) => Gen.Select(Schemas(depth, isOpenApi), Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool).Select((items, low, span, isTuple) =>
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = items.DeepClone(), ["minItems"] = low, ["maxItems"] = low + span };
        if (isTuple && !isOpenApi)
        {
            schema["prefixItems"] = new JsonArray(items.DeepClone());
        }

        return schema;
    });

    private static Gen<JsonObject> Objects(int depth, bool isOpenApi) =>
        Gen.Select(Gen.Select(Names, Schemas(depth, isOpenApi)).Array[1, 5], Gen.Int[0, 31], Gen.Int[0, 3]).Select((members, required, extra) =>
        {
            var properties = new JsonObject();
            foreach ((string name, JsonObject member) in members)
            {
                properties[name] = member.DeepClone();
            }

            string[] names = [.. properties.Select(property => property.Key)];
            string[] needed = [.. names.Where((_, index) => (required & (1 << index)) != 0)];
            var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. needed.Select(name => JsonValue.Create(name))]) };
            if (extra == 1)
            {
                schema["minProperties"] = names.Length;
            }
            else if (extra == 2)
            {
                schema["maxProperties"] = Math.Max(1, needed.Length);
            }
            else if (extra == 3 && !isOpenApi)
            {
                schema["additionalProperties"] = required % 2 == 0 ? JsonValue.Create(false) : members[0].Item2.DeepClone();
            }

            return schema;
        });

    private static Gen<JsonObject> Unions(int depth, bool isOpenApi) => Schemas(depth, isOpenApi).Array[1, 3]
        .Select(options => new JsonObject { ["anyOf"] = new JsonArray([.. options.Select(option => option.DeepClone())]) });

    private static JsonObject Nullable(JsonObject schema)
    {
        JsonObject nullable = schema.DeepClone().AsObject();
        if (nullable["type"] is JsonValue type && (string)type! != "null" && nullable["enum"] is null)
        {
            nullable["type"] = new JsonArray(type.DeepClone(), "null");
        }

        return nullable;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>The same schema in the OpenAPI subset's words.</summary>
    private static JsonObject ToOpenApi(JsonObject schema)
    {
        var result = new JsonObject();
        foreach ((string name, JsonNode? value) in schema)
        {
            switch (name)
            {
                case "type":
                    result["type"] = (value is JsonArray types ? (string)types[0]! : (string)value!).ToUpperInvariant();
                    if (value is JsonArray)
                    {
                        result["nullable"] = true;
                    }

                    break;
                case "properties":
                    result[name] = new JsonObject(value!.AsObject().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)ToOpenApi(property.Value!.AsObject()))));
                    break;
                case "items":
                    result[name] = ToOpenApi(value!.AsObject());
                    break;
                case "anyOf":
                    result[name] = new JsonArray([.. value!.AsArray().Select(option => ToOpenApi(option!.AsObject()))]);
                    break;
                default:
                    result[name] = value!.DeepClone();
                    break;
            }
        }

        return result;
    }
}
