using System.Text;

namespace GeminiGen.Emulator.Recording;

/// <summary>One request as the emulator received it. Keys are left out of the query and the headers, so that it can be printed.</summary>
public sealed class RecordedRequest
{
    private readonly TaskCompletionSource<RequestEnding> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RecordedRequest(string method, string path, string query, IReadOnlyDictionary<string, string> headers, byte[] body, DateTimeOffset receivedAt)
    {
        Method = method;
        Path = path;
        Query = query;
        Headers = headers;
        Body = body;
        ReceivedAt = receivedAt;
    }

    /// <summary>The HTTP method, upper case.</summary>
    public string Method { get; }

    /// <summary>The decoded path with its leading slash, for example <c>/v1beta/models/gemini-3.8-flash:generateContent</c>.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark and without a key; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The request headers by name (any case) without those that carry credentials.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body, byte for byte.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>When the body had arrived, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Completes when the request is over, with what ended it. Lets a test wait for the close instead of sleeping.</summary>
    public Task<RequestEnding> Ending => _ending.Task;

    /// <summary>Method, path and size; never a key or the body.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"{Method} {Path} ({Body.Length} bytes)";

    internal void End(RequestEnding ending) => _ending.TrySetResult(ending);
}
