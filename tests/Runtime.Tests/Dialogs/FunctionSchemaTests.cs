using System.Text;
using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen.Runtime.Tests.Dialogs;

/// <summary>JSON Schemas of anybody, in the two dialects of the API.</summary>
public sealed class FunctionSchemaTests
{
    public static TheoryData<string, string, string> Arguments => new()
    {
        { """{"type":"string","description":"A city"}""", """{"type":"string","description":"A city"}""", """{"type":"STRING","description":"A city"}""" },
        { """{"type":["integer","null"],"default":null}""", """{"type":["integer","null"]}""", """{"type":"INTEGER","nullable":true}""" },
        { """{"type":"string","pattern":"a","minLength":1,"maxLength":2}""", """{"type":"string"}""", """{"type":"STRING","pattern":"a","minLength":1,"maxLength":2}""" },
        { """{"type":"number","minimum":1,"exclusiveMaximum":2}""", """{"type":"number","minimum":1}""", """{"type":"NUMBER","minimum":1}""" },
        { """{"type":"integer","format":"int32"}""", """{"type":"integer"}""", """{"type":"INTEGER","format":"int32"}""" },
        { """{"type":"string","format":"date-time"}""", """{"type":"string","format":"date-time"}""", """{"type":"STRING","format":"date-time"}""" },
        { """{"type":"string","format":"date"}""", """{"type":"string","format":"date"}""", """{"type":"STRING","description":"date"}""" },
        { """{"type":"string","format":"uri","description":"Page"}""", """{"type":"string","description":"Page (uri)"}""", """{"type":"STRING","description":"Page (uri)"}""" },
        { """{"enum":["a","b"]}""", """{"type":"string","enum":["a","b"]}""", """{"type":"STRING","enum":["a","b"]}""" },
        { """{"type":["string","null"],"enum":["a",null]}""", """{"anyOf":[{"type":"string","enum":["a"]},{"type":"null"}]}""", """{"type":"STRING","enum":["a"],"nullable":true}""" },
        { """{"const":"a"}""", """{"type":"string","enum":["a"]}""", """{"type":"STRING","enum":["a"]}""" },
        { """{"type":"integer","enum":[1,2]}""", """{"type":"integer","enum":[1,2]}""", """{"type":"INTEGER"}""" },
        { """{"type":"array","items":{"type":"boolean"},"maxItems":3,"uniqueItems":true}""", """{"type":"array","items":{"type":"boolean"},"maxItems":3}""", """{"type":"ARRAY","items":{"type":"BOOLEAN"},"maxItems":3}""" },
        { """{"type":["string","integer"]}""", """{"type":["string","integer"]}""", """{"anyOf":[{"type":"STRING"},{"type":"INTEGER"}]}""" },
        { """{"oneOf":[{"type":"string"},{"type":"null"}]}""", """{"anyOf":[{"type":"string"},{"type":"null"}]}""", """{"anyOf":[{"type":"STRING"}],"nullable":true}""" },
        { """{"allOf":[{"type":"string"}],"description":"x"}""", """{"type":"string","description":"x"}""", """{"type":"STRING","description":"x"}""" },
        {
            """{"type":"object","properties":{"a":{"type":"string"}},"required":["a","lost"],"additionalProperties":false}""",
            """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""",
            """{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"required":["a"]}"""
        },
        {
            """{"type":["object","null"],"properties":{"a":{"type":"string"}}}""",
            """{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"null"}]}""",
            """{"type":"OBJECT","properties":{"a":{"type":"STRING"}},"nullable":true}"""
        },
    };

    [Theory]
    [MemberData(nameof(Arguments))]
    public void AnArgumentIsWrittenInBothDialects(string schema, string jsonSchema, string openApi)
    {
        PromptSchema translated = Translate("""{"$schema":"x","type":"object","properties":{"value":""" + schema + """},"required":["value"]}""")!;

        Assert.Equal("""{"type":"object","properties":{"value":""" + jsonSchema + """},"required":["value"]}""", Encoding.UTF8.GetString(translated.JsonSchema));
        Assert.Equal("""{"type":"OBJECT","properties":{"value":""" + openApi + """},"required":["value"]}""", Encoding.UTF8.GetString(translated.OpenApiSchema));
    }

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"type":"object","properties":{}}""")]
    [InlineData("{}")]
    public void WithoutArgumentsThereIsNoSchema(string schema) => Assert.Null(Translate(schema));

    [Theory]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"type":["object","array"]}""")]
    public void WhatIsNoObjectIsRefused(string schema) => Assert.Contains("'F'", Assert.Throws<ArgumentException>(() => Translate(schema)).Message, StringComparison.Ordinal);

    [Fact]
    public void AReferenceIntoTheSchemaBecomesADefinition()
    {
        PromptSchema translated = Translate("""{"type":"object","properties":{"a":{"type":"object","properties":{"b~c":{"type":"string"}}},"d":{"description":"x","$ref":"#/properties/a/properties/b~0c"}}}""")!;

        Assert.Equal(
            """{"type":"object","properties":{"a":{"type":"object","properties":{"b~c":{"type":"string"}}},"d":{"$ref":"#/$defs/type1"}},"$defs":{"type1":{"type":"string"}}}""",
            Encoding.UTF8.GetString(translated.JsonSchema));
        Assert.EndsWith(""","d":{"type":"STRING"}}}""", Encoding.UTF8.GetString(translated.OpenApiSchema), StringComparison.Ordinal);
    }

    [Fact]
    public void AReferenceToNothingIsRefused()
        => Assert.Contains("#/$defs/a", Assert.Throws<ArgumentException>(() => Translate("""{"type":"object","properties":{"a":{"$ref":"#/$defs/a"}}}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void WhatHoldsItselfIsADefinitionThatNamesItselfAndNothingOlderModelsKnow()
    {
        PromptSchema translated = Translate(
            """{"type":"object","properties":{"node":{"type":"object","properties":{"next":{"type":["object","null"],"properties":{"next":{"$ref":"#/properties/node/properties/next"}}}}}}}""")!;

        Assert.EndsWith(
            ""","$defs":{"type1":{"anyOf":[{"type":"object","properties":{"next":{"$ref":"#/$defs/type1"}}},{"type":"null"}]}}}""", Encoding.UTF8.GetString(translated.JsonSchema), StringComparison.Ordinal);
        Assert.Contains("'node.next.next.next'", Refused(translated).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""", """{"type":"object","additionalProperties":{"type":"integer"}}""")]
    [InlineData("""{"type":"array"}""", """{"type":"array"}""")]
    [InlineData("true", "{}")]
    [InlineData("{}", "{}")]
    public void WhatOlderModelsHaveNoWordForIsRefusedForThemAlone(string schema, string jsonSchema)
    {
        PromptSchema translated = Translate("""{"type":"object","properties":{"value":""" + schema + "}}")!;

        Assert.Equal("""{"type":"object","properties":{"value":""" + jsonSchema + "}}", Encoding.UTF8.GetString(translated.JsonSchema));
        Assert.Contains("'value'", Refused(translated).Message, StringComparison.Ordinal);
    }

    private static PromptSchema? Translate(string schema) => FunctionSchema.Translate("F", JsonDocument.Parse(schema).RootElement);

    private static GeminiConfigurationException Refused(PromptSchema schema)
        => Assert.Throws<GeminiConfigurationException>(() => schema.OpenApiSchema.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
