using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Answers;

/// <summary>JSON inside of a code fence or prose.</summary>
public sealed class EmbeddedJsonTests
{
    private const string Card = "{\"title\":\"a } \\\" ``` {\",\"kind\":\"Invoice\",\"topics\":[\"x\"]}";

    [Theory]
    [InlineData("```json\n", "\n```")]
    [InlineData("```\n", "```")]
    [InlineData("Sure! Here is the card for {document} [1]:\n\n```json\n", "\n```\nAnything else?")]
    [InlineData("The card: ", " (from [the source])")]
    [InlineData("", " and more {\"title\":1}")]
    [InlineData("[1] ", "")]
    [InlineData("\uFEFF ", "")]
    public async Task TheFirstObjectIsTheAnswer(string before, string after)
    {
        string text = before + Card + after;
        PromptResult<Card> result = await Describe(text).DescribeResultAsync("d");
        Assert.Equal((PromptOutcome.Complete, "a } \" ``` {", text), (result.Outcome, result.Value.Title, result.Text));
        Assert.Equal(Kind.Invoice, (await Describe(text).DescribeAsync("d")).Kind);
    }

    [Fact]
    public async Task WhatDoesNotFitIsStillInvalidAndNamesThePlace()
    {
        string text = "Here:\n```json\n{\"title\":7,\"kind\":\"Letter\",\"topics\":[]}\n```";
        GeminiInvalidAnswerException error = await Assert.ThrowsAsync<GeminiInvalidAnswerException>(() => Describe(text).DescribeAsync("d"));
        Assert.Equal(("$.title", text), (error.JsonPath, error.RawText));
    }

    [Theory]
    [InlineData("{\"type\":\"array\",\"items\":{\"type\":\"object\"}}", "See [1] and [a]: [{\"a\":[]}].", "[{\"a\":[]}]")]
    [InlineData("{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}", "See [a]: [1, 2].", "[1, 2]")]
    [InlineData("{\"type\":\"ARRAY\",\"items\":{\"type\":\"STRING\"}}", "See [1]: [\"a\"].", "[\"a\"]")]
    [InlineData("{\"type\":\"array\",\"items\":{\"anyOf\":[{\"type\":\"object\"},{\"type\":\"null\"}]}}", "See [1]: [null].", "[null]")]
    [InlineData("{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"object\"}}", "{\"a\":1}: []", "[]")]
    [InlineData("{\"anyOf\":[{\"type\":\"object\",\"properties\":{}},{\"type\":\"null\"}]}", "[1] {\"a\":1}", "{\"a\":1}")]
    [InlineData("{\"type\":\"string\",\"enum\":[\"A\",\"B\"]}", "It is:\n```json\n\"A\"\n```", "\"A\"")]
    [InlineData("{\"type\":\"integer\"}", "```\n12\n```\n", "12")]
    [InlineData("{\"type\":\"integer\"}", "12 or 13", null)]
    [InlineData("{\"type\":\"integer\"}", "```\n12 or 13\n```\n", null)]
    [InlineData("{\"type\":\"integer\"}", "```12", null)]
    [InlineData("{\"type\":\"boolean\"}", "It is true.", null)]
    [InlineData("{\"type\":\"object\"}", "{\"a\":{\"b\":1}", null)]
    [InlineData("{\"type\":\"object\"}", "{\"a\":1,}", null)]
    [InlineData("{\"type\":\"object\"}", "{", null)]
    [InlineData("{\"type\":\"object\"}", "```\n[{\"a\":1}]\n```", null)]
    [InlineData("{\"type\":\"object\"}", "[{\"a\":1},", null)]
    [InlineData("{\"type\":\"object\"}", "{\"a\":1} {\"a\":2}", null)]
    [InlineData("{\"type\":\"object\"}", "[the source] {\"a\":1}", "{\"a\":1}")]
    [InlineData("{\"type\":\"array\"}", "{\"list\":[1]}!", null)]
    [InlineData("{\"type\":\"object\"}", "", null)]
    public void TheValueOfTheKindAskedForIsFound(string schema, string text, string? json)
    {
        bool found = EmbeddedJson.TryFind(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(schema), out ReadOnlySpan<byte> value);
        Assert.Equal(json, found ? Encoding.UTF8.GetString(value) : null);
    }

    [Fact]
    public void NoTextMakesItFail()
    {
        Random random = new(7);
        byte[] alphabet = "{}[]\",:1tn`\n \\a"u8.ToArray();
        for (int i = 0; i < 20_000; i++)
        {
            byte[] text = random.GetItems(alphabet, random.Next(40));
            if (EmbeddedJson.TryFind(text, "{\"type\":[\"object\",\"array\"]}"u8, out ReadOnlySpan<byte> json))
            {
                System.Text.Json.JsonDocument.Parse(Encoding.UTF8.GetString(json)).Dispose();
            }

            EmbeddedJson.TryFind(text, "{\"type\":\"number\"}"u8, out _);
        }
    }

    private static Desk Describe(string text) => new(TestClient.Create(FakeHandler.Of(() => FakeHandler.Json(Replies.Answer(text)))));
}
