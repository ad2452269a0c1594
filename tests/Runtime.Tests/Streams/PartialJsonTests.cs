using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Streams;

/// <summary>Objects that are cut anywhere, closed.</summary>
public sealed class PartialJsonTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("{\"", "{}")]
    [InlineData("{\"title", "{}")]
    [InlineData("{\"title\" : ", "{}")]
    [InlineData("{\"title\":\"", "{\"title\":\"\"}")]
    [InlineData("{\"title\":\"a b", "{\"title\":\"a b\"}")]
    [InlineData("{\"title\":\"a\\", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\\n", "{\"title\":\"a\\n\"}")]
    [InlineData("{\"title\":\"a\\\\", "{\"title\":\"a\\\\\"}")]
    [InlineData("{\"title\":\"a\\u00f", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\\u00fc", "{\"title\":\"a\\u00fc\"}")]
    [InlineData("{\"title\":\"a\\ud83d", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\\ud83d\\", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\\ud83d\\ude0", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\\ud83d\\ude00", "{\"title\":\"a\\ud83d\\ude00\"}")]
    [InlineData("{\"title\":\"a\\\"", "{\"title\":\"a\\\"\"}")]
    [InlineData("{\"title\":\"a\"", "{\"title\":\"a\"}")]
    [InlineData("{\"title\":\"a\", ", "{\"title\":\"a\"}")]
    [InlineData("{\"kind\":\"Let", "{}")]
    [InlineData("{\"kind\":\"Letter\"", "{\"kind\":\"Letter\"}")]
    [InlineData("{\"pages\":12", "{}")]
    [InlineData("{\"pages\":12,", "{\"pages\":12}")]
    [InlineData("{\"pages\":nul", "{}")]
    [InlineData("{\"topics\":[", "{\"topics\":[]}")]
    [InlineData("{\"topics\":[\"a\",\"b", "{\"topics\":[\"a\",\"b\"]}")]
    [InlineData("{\"topics\":[\"a\",", "{\"topics\":[\"a\"]}")]
    [InlineData("{\"inner\":{\"title\":\"x", "{\"inner\":{\"title\":\"x\"}}")]
    [InlineData("{\"inner\":{\"kind\":\"x", "{\"inner\":{}}")]
    [InlineData("{\"more\":[{\"title\":\"x\"},{\"title\":\"y", "{\"more\":[{\"title\":\"x\"},{\"title\":\"y\"}]}")]
    [InlineData("{\"more\":[{\"topics\":[\"x", "{\"more\":[{\"topics\":[\"x\"]}]}")]
    [InlineData("{\"title\":\"t\",\"counts\":{\"a\":1,", "{\"title\":\"t\"}")]
    [InlineData("{\"counts\":{\"a\":1}", "{\"counts\":{\"a\":1}}")]
    [InlineData("{\"title\":\"t\",\"unknown\":{\"a\":[\"b", "{\"title\":\"t\"}")]
    [InlineData("{\"title\":\"t\"}", "{\"title\":\"t\"}")]
    [InlineData("{\"title\":\"t\"} and {\"title\":\"u\"}", "{\"title\":\"t\"}")]
    [InlineData("Here {it} is [1]: ```json\n{\"title\":\"t", "{\"title\":\"t\"}")]
    [InlineData("[{\"title\":\"t\"}]", "")]
    public void WhatHasArrivedIsClosed(string text, string closed)
    {
        foreach (int size in (int[])[1, 2, 1000])
        {
            using PartialJson json = new(static () => JsonShapes.Object);
            foreach (byte[] piece in Encoding.UTF8.GetBytes(text).Chunk(size))
            {
                json.Append(piece);
            }

            Assert.Equal(closed, Encoding.UTF8.GetString(json.Close(CardContext.Default.CardSnapshot).Span));
        }
    }

    [Fact]
    public void AnyCutOfAnyObjectIsAPartOfTheWhole()
    {
        Random random = new(5);
        for (int round = 0; round < 300; round++)
        {
            string whole = Make(random, 3);
            CardSnapshot last = JsonSerializer.Deserialize(whole, CardContext.Default.CardSnapshot)!;
            using PartialJson json = new(static () => JsonShapes.Object);
            foreach (byte next in Encoding.UTF8.GetBytes(whole))
            {
                json.Append([next]);
                ReadOnlyMemory<byte> closed = json.Close(CardContext.Default.CardSnapshot);
                if (!closed.IsEmpty && IsWholeUtf8(closed.Span))
                {
                    AssertPart(JsonSerializer.Deserialize(closed.Span, CardContext.Default.CardSnapshot)!, last);
                }
            }

            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(whole), JsonNode.Parse(json.Close(CardContext.Default.CardSnapshot).Span)));
        }
    }

    [Fact]
    public void NoTextMakesItFail()
    {
        Random random = new(6);
        byte[] alphabet = "{}[]\",:1tn`\n \\uadb8"u8.ToArray();
        for (int i = 0; i < 20_000; i++)
        {
            using PartialJson json = new(static () => JsonShapes.Object);
            foreach (byte[] piece in random.GetItems(alphabet, random.Next(40)).Chunk(random.Next(1, 5)))
            {
                json.Append(piece);
                json.Close(CardContext.Default.CardSnapshot);
            }
        }
    }

    private static bool IsWholeUtf8(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text);

    private static void AssertPart(CardSnapshot part, CardSnapshot whole)
    {
        Assert.StartsWith(part.Title ?? "", whole.Title ?? "", StringComparison.Ordinal);
        Assert.True(part.Kind is null || part.Kind == whole.Kind);
        Assert.True(part.Pages is null || part.Pages == whole.Pages);
        Assert.True(part.Counts is null || part.Counts.SequenceEqual(whole.Counts!));
        for (int i = 0; i < (part.Topics?.Count ?? 0); i++)
        {
            Assert.StartsWith(part.Topics![i], whole.Topics![i], StringComparison.Ordinal);
            Assert.True(i == part.Topics.Count - 1 || part.Topics[i] == whole.Topics[i]);
        }

        for (int i = 0; i < (part.More?.Count ?? 0); i++)
        {
            AssertPart(part.More![i], whole.More![i]);
        }

        if (part.Inner is not null)
        {
            AssertPart(part.Inner, whole.Inner!);
        }
    }

    private static string Make(Random random, int depth)
    {
        List<string> members = [];
        Add("title", () => Text(random));
        Add("kind", () => random.Next(2) == 0 ? "\"Letter\"" : "null");
        Add("pages", () => random.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("topics", () => "[" + string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))) + "]");
        Add("counts", () => "{\"a\":1,\"b\" : 20}");
        Add("unknown", () => "[{\"x\":\"y\"},[1,true]]");
        if (depth > 0)
        {
            Add("inner", () => Make(random, depth - 1));
            Add("more", () => "[" + string.Join(",", Enumerable.Range(0, random.Next(3)).Select(_ => Make(random, depth - 1))) + "]");
        }

        return "{" + string.Join(random.Next(2) == 0 ? "," : " ,\n", members) + "}";

        void Add(string name, Func<string> value)
        {
            if (random.Next(3) > 0)
            {
                members.Add("\"" + name + "\":" + value());
            }
        }
    }

    private static string Text(Random random)
    {
        string[] parts = ["a", "}", "]", ",", "\\\"", "\\\\", "\\n", "\\u00fc", "\\ud83d\\ude00", "ü", "{\\\"title\\\":"];
        return "\"" + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => parts[random.Next(parts.Length)])) + "\"";
    }
}
