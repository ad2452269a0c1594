using System.Text.Json;

namespace GeminiGen.Generated.Tests.Http;

/// <summary>Bodies as the API sends them.</summary>
internal static class GeminiAnswer
{
    /// <summary>One complete candidate.</summary>
    public static string Complete(string text) => Candidate(text, "STOP");

    /// <summary>One candidate with a finish reason.</summary>
    public static string Candidate(string text, string finishReason) => $$"""
        {"candidates":[{"content":{"role":"model","parts":[{"text":{{JsonSerializer.Serialize(text)}}}]},"finishReason":"{{finishReason}}","index":0}],
         "usageMetadata":{"promptTokenCount":10,"candidatesTokenCount":5,"totalTokenCount":15},"modelVersion":"gemini-test","responseId":"r1"}
        """;

    /// <summary>A stream of server-sent events, the last with the finish reason.</summary>
    public static string Stream(params string[] chunks) => string.Concat(chunks.Select((text, index) =>
        "data: " + (index == chunks.Length - 1 ? Complete(text) : Chunk(text)).ReplaceLineEndings("") + "\r\n\r\n"));

    private static string Chunk(string text) =>
        $$$"""{"candidates":[{"content":{"role":"model","parts":[{"text":{{{JsonSerializer.Serialize(text)}}}}]},"index":0}]}""";
}
