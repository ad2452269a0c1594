using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Takes apart what a stream sent, by its bytes rather than by a library.</summary>
internal static class StreamReading
{
    public static JsonNode[] Events(string body)
    {
        Assert.Equal(body.Count(c => c == '\n'), body.Split("\r\n").Length - 1);
        string[] events = body.Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries);
        return [.. events.Select(text =>
        {
            Assert.StartsWith("data: ", text, StringComparison.Ordinal);
            return JsonNode.Parse(text["data: ".Length..])!;
        })];
    }

    public static string Text(IEnumerable<JsonNode> chunks) => string.Concat(
        chunks.SelectMany(chunk => chunk["candidates"]!.AsArray()).SelectMany(candidate => candidate!["content"]!["parts"]?.AsArray() ?? [])
            .Where(part => part!["thought"] is null).Select(part => (string)part!["text"]!));
}
