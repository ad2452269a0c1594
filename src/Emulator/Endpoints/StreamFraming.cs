using System.Text;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>What stands around the objects of a stream.</summary>
internal sealed class StreamFraming
{
    private readonly string _newline;
    private readonly string _end;

    private StreamFraming(string newline, string end = "", bool isArray = false)
    {
        _newline = newline;
        _end = end;
        IsArray = isArray;
    }

    /// <summary>Server-sent events with CRLF and nothing at the end, as the Gemini API sends them.</summary>
    public static StreamFraming Events { get; } = new("\r\n");

    /// <summary>One JSON array in pieces.</summary>
    public static StreamFraming Array { get; } = new("", isArray: true);

    /// <summary>Server-sent events with LF and a word at the end, as OpenAI sends them.</summary>
    public static StreamFraming OpenAI { get; } = new("\n", "data: [DONE]\n\n");

    /// <summary>Server-sent events with names, LF and a last event, as the Interactions API sends them.</summary>
    public static StreamFraming Interactions { get; } = new("\n", "event: done\ndata: [DONE]\n\n");

    public bool IsArray { get; }

    public string ContentType => IsArray ? "application/json; charset=UTF-8" : "text/event-stream";

    public byte[] Before(StreamItem item, bool isFirst) => Encoding.UTF8.GetBytes(
        IsArray ? (isFirst ? "[" : ",\r\n") : item.Event is { } name ? $"event: {name}{_newline}data: " : "data: ");

    public byte[] After() => Encoding.UTF8.GetBytes(_newline + _newline);

    /// <summary>What closes the stream; an array is closed even where the rest of it is missing.</summary>
    public byte[] End(bool isComplete, bool isEmpty) => Encoding.UTF8.GetBytes(IsArray ? (isEmpty ? "[]" : "]") : isComplete ? _end : "");
}
