using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Fuzz;

/// <summary>Responses as services sent them, in all the shapes a reader has to survive.</summary>
internal static class Recordings
{
    private const string Usage = "\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":5,\"totalTokenCount\":12},\"modelVersion\":\"v\",\"responseId\":\"r\"";

    /// <summary>Streams of events.</summary>
    internal static IReadOnlyList<byte[]> Streams { get; } =
    [
        Events("\r\n", Replies.Chunk("Ünï "), Replies.Chunk("😀 {[漢]}"), Replies.Answer("end")),
        Events("\n", Replies.Chunk("a"), Replies.Chunk("b"), Replies.Chunk("c"), Replies.Chunk("\"d\\"), Replies.Answer("", "MAX_TOKENS")),
        Events("\n", Thought("hmm"), Replies.Chunk("Hi"), "{" + Usage + "}", "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}]},\"finishReason\":\"STOP\"}]," + Usage + "}"),
        Events("\r\n", Replies.Chunk("x"), Replies.Error(503, "UNAVAILABLE", "overloaded")),
        Events("\n", "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}," + Usage + "}"),
        Events("\n", Call("look", "{\"a\":[1,{\"b\":null}]}"), Replies.Answer("")),
        Events("\n", Replies.Chunk("part"), Replies.Answer(" cut", "CONTINUATION")),
        Utf8(": comment\r\n\r\nevent: message\r\nid: 7\r\ndata:" + Replies.Chunk("x") + "\r\n\r\ndata: {\r\ndata: \"candidates\":[]}\r\n\r\ndata: " + Replies.Answer("y") + "\r\n\r\n"),
        Utf8("[" + Replies.Error(429, "RESOURCE_EXHAUSTED", "m", Replies.Quota("GenerateRequestsPerMinute"), Replies.Delay("1.5s")) + "]"),
        Utf8("<html><body>502 Bad Gateway</body></html>"),
    ];

    /// <summary>Whole answers, with JSON in some.</summary>
    internal static IReadOnlyList<byte[]> Answers { get; } =
    [
        Utf8(Replies.Answer("Hi 😀 \"there\"\n")),
        Utf8(Replies.Answer("{\"title\":\"T\",\"pages\":3,\"tags\":[\"a\",\"b\"]}")),
        Utf8(Replies.Answer("Here it is:\n```json\n{\"title\":\"T\",\"pages\":3}\n```\nDone.")),
        Utf8(Replies.Answer("{\"title\":\"T", "MAX_TOKENS")),
        Utf8(Replies.Answer("", "SAFETY")),
        Utf8("[" + Replies.Answer("wrapped") + "]"),
        Utf8("\ufeff" + Replies.Answer("mark")),
        Utf8(Call("look", "{}")),
        Utf8("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\\u0048\\ud83d\\ude00\"},{\"text\":\"t\",\"thought\":true}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"safetyRatings\":[{\"category\":\"X\",\"probability\":\"LOW\"}]}]," + Usage + "}"),
        Utf8(Replies.Error(400, "INVALID_ARGUMENT", "m", Replies.Reason("API_KEY_INVALID"))),
        Utf8("{}"),
    ];

    private static string Thought(string text) => "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + text + "\",\"thought\":true}]}}]," + Usage + "}";

    private static string Call(string name, string arguments)
        => "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"id\":\"1\",\"name\":\"" + name + "\",\"args\":" + arguments + "},\"thoughtSignature\":\"c2ln\"}]},\"finishReason\":\"STOP\"}]," + Usage + "}";

    private static byte[] Events(string newline, params string[] events) => Utf8(string.Concat(events.Select(e => "data: " + e + newline + newline)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
