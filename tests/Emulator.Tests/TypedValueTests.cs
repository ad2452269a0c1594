using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Typed answers take their values from the input where they fit.</summary>
public sealed class TypedValueTests : EmulatorTest
{
    private const string Feedback = "Subject: Broken lamp\nOrdered: March 12, 2026\nDelivered: 2026-03-20\nOrder number: 4711\nUrgent: yes\n\nThe lamp arrived broken and far too late. The bug in your shop is terrible. I paid 39.90 euros and waited 8 days. Write to jane@example.org or see https://example.org/lamp.";

    [Theory]
    [InlineData("title", """{"type":"string"}""", "\"The harbour clock\"")]
    [InlineData("author", """{"type":"string"}""", "\"Ada Byron\"")]
    [InlineData("published", """{"type":"string","format":"date"}""", "\"2026-05-03\"")]
    [InlineData("restorationCost", """{"type":"number"}""", "125000")]
    [InlineData("durationInMonths", """{"type":"integer"}""", "18")]
    [InlineData("yearsOfSilence", """{"type":["integer","null"]}""", "null")]
    [InlineData("headingCount", """{"type":"integer"}""", "3")]
    [InlineData("sections", """{"type":"array","items":{"type":"string"}}""", """["The harbour clock","What changed","Reactions"]""")]
    [InlineData("items", """{"type":"array","items":{"type":"string"}}""", """["A new pendulum made of carbon fibre","A steel frame that resists salt water","An electric motor for winding"]""")]
    [InlineData("language", """{"type":"string"}""", "\"English\"")]
    [InlineData("languageCode", """{"type":"string"}""", "\"en\"")]
    [InlineData("hasPendulum", """{"type":"boolean"}""", "true")]
    [InlineData("hasCuckoo", """{"type":"boolean"}""", "false")]
    [InlineData("subjectKind", """{"type":"string","enum":["Bridge","Clock","Ship"]}""", "\"Clock\"")]
    [InlineData("mood", """{"type":"string","enum":["Bridge","Ship","Unknown"]}""", "\"Unknown\"")]
    [InlineData("isbn", """{"type":["string","null"]}""", "null")]
    public async Task Article(string name, string schema, string expected) => await AssertValueAsync(Bodies.Article, name, schema, expected);

    [Theory]
    [InlineData("subject", """{"type":"string"}""", "\"Broken lamp\"")]
    [InlineData("orderedOn", """{"type":"string","format":"date"}""", "\"2026-03-12\"")]
    [InlineData("deliveredAt", """{"type":"string","format":"date-time"}""", "\"2026-03-20T00:00:00Z\"")]
    [InlineData("orderNumber", """{"type":"integer"}""", "4711")]
    [InlineData("paidEuros", """{"type":"number"}""", "39.9")]
    [InlineData("daysWaited", """{"type":"integer"}""", "8")]
    [InlineData("urgent", """{"type":"boolean"}""", "true")]
    [InlineData("sentiment", """{"type":"string","enum":["Positive","Neutral","Negative"]}""", "\"Negative\"")]
    [InlineData("category", """{"type":"string","enum":["BugReport","FeatureRequest","Praise"]}""", "\"BugReport\"")]
    [InlineData("email", """{"type":"string"}""", "\"jane@example.org\"")]
    [InlineData("link", """{"type":"string","format":"uri"}""", "\"https://example.org/lamp\"")]
    [InlineData("rating", """{"type":"integer","minimum":1,"maximum":5}""", "3")]
    public async Task Customer_feedback(string name, string schema, string expected) => await AssertValueAsync(Feedback, name, schema, expected);

    [Theory]
    [InlineData("Ada is 36 years old and lives by the harbour.", "age", """{"type":["integer","null"]}""", "36")]
    [InlineData("Ada is 36 years old and lives by the harbour.", "age", """{"type":"integer"}""", "36")]
    [InlineData("Ada is 36 years old and lives by the harbour.", "age", """{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "36")]
    [InlineData("Ada is 36 years old and lives by the harbour.", "rating", """{"type":["integer","null"],"minimum":1,"maximum":5}""", "null")]
    [InlineData("Ada is 36 years old and has 2 cats.", "age", """{"type":["integer","null"]}""", "null")]
    [InlineData("Ada lives by the harbour.", "age", """{"type":["integer","null"]}""", "null")]
    public async Task The_only_number_is_the_one_that_is_meant(string document, string name, string schema, string expected) => await AssertValueAsync(document, name, schema, expected);

    [Fact]
    public async Task Summary_is_the_documents_own_sentence()
    {
        JsonNode value = await ValueAsync(Bodies.Article, "summary", """{"type":"string"}""");
        Assert.Contains("The harbour clock of Westport was restored this spring", (string)value!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_are_what_it_is_about()
    {
        JsonNode value = await ValueAsync(Bodies.Article, "topics", """{"type":"array","items":{"type":"string"}}""");
        Assert.Contains("clock", value!.AsArray().Select(topic => (string)topic!));
        Assert.Contains("harbour", value.AsArray().Select(topic => (string)topic!));
    }

    [Fact]
    public async Task Objects_of_a_list_are_about_different_passages()
    {
        JsonNode value = await ValueAsync(Bodies.Article, "chapters", """{"type":"array","items":{"type":"object","properties":{"title":{"type":"string"},"summary":{"type":"string"}},"required":["title","summary"]}}""");
        Assert.Equal(["The harbour clock", "What changed", "Reactions"], value!.AsArray().Select(chapter => (string)chapter!["title"]!));
        Assert.Equal(3, value.AsArray().Select(chapter => (string)chapter!["summary"]!).Distinct().Count());
    }

    [Fact]
    public async Task Optional_members_without_a_source_are_left_out()
    {
        JsonObject answer = await AnswerAsync(Bodies.Typed("Describe:\n" + Bodies.Article, "responseJsonSchema",
            """{"type":"object","properties":{"title":{"type":"string"},"isbn":{"type":"string","format":"uuid"}},"required":["title"]}"""));
        Assert.Equal(["title"], JsonNode.Parse(TextOf(answer))!.AsObject().Select(member => member.Key));
    }

    private async Task AssertValueAsync(string document, string name, string schema, string expected)
    {
        JsonNode? value = await ValueAsync(document, name, schema);
        Assert.Equal(expected, value is null ? "null" : value.ToJsonString());
    }

    private async Task<JsonNode> ValueAsync(string document, string name, string schema)
    {
        string whole = $$"""{"type":"object","properties":{"{{name}}":{{schema}}},"required":["{{name}}"]}""";
        JsonObject answer = await AnswerAsync(Bodies.Typed("Describe this document.\n\n" + document, "responseJsonSchema", whole));
        return JsonNode.Parse(TextOf(answer))![name]!;
    }
}
