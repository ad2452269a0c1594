using System.Text;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Observing;

/// <summary>One request as the status page tells it, from its first byte to its end.</summary>
internal sealed class ObservedCall
{
    /// <summary>How much of a request's body is kept for the page, in bytes; of a response it is the same.</summary>
    public const int KeptBytes = 64 * 1024;

    private readonly TimeProvider _clock;
    private readonly long _began;
    private volatile bool _isOver;

    public ObservedCall(HttpResponse response, TimeProvider clock, int keptBytes)
    {
        _clock = clock;
        _began = clock.GetTimestamp();
        Body = new ResponseTap(response.Body, keptBytes);
        response.Body = Body;
    }

    /// <summary>The response's body.</summary>
    public ResponseTap Body { get; }

    /// <summary>Whether the response was sent to its end; what is told of it is there only then.</summary>
    public bool IsOver => _isOver;

    /// <summary>Its place among all requests, from 1.</summary>
    public int Number { get; set; }

    public string Method { get; private set; } = "";

    public string Path { get; private set; } = "";

    public string Query { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The request's body, up to <see cref="KeptBytes"/>.</summary>
    public ReadOnlyMemory<byte> RequestBody { get; private set; }

    public int RequestBytes { get; private set; }

    /// <summary>The id of the model that was asked; null for a request to none.</summary>
    public string? Model { get; private set; }

    /// <summary>Input tokens, as long as there is no answer.</summary>
    public int InputTokens { get; private set; }

    /// <summary>The answer's count of tokens; null without an answer.</summary>
    public Usage? Usage { get; private set; }

    /// <summary>What the script did; null where it did nothing.</summary>
    public string? Fault { get; private set; }

    public int Status { get; private set; }

    public string? ContentType { get; private set; }

    /// <summary>Headers of the response by which an upload goes on.</summary>
    public IReadOnlyList<(string Name, string Value)> UploadHeaders { get; private set; } = [];

    public RequestEnding Ending { get; private set; }

    /// <summary>From the first byte of the request to the last of the response.</summary>
    public TimeSpan Duration { get; private set; }

    public string RequestText => Encoding.UTF8.GetString(RequestBody.Span);

    public string ResponseText => !IsOver ? "" : string.Concat(Body.Pieces.Select(piece => Encoding.UTF8.GetString(piece.Span)));

    public void Told(ModelCall call)
    {
        Model = call.Model.Id;
        InputTokens = call.InputTokens;
    }

    public void Told(EmulatorFault fault) => Fault = fault == EmulatorFault.None ? null : fault.ToString();

    public void Told(Usage usage) => Usage = usage;

    public void Begin(RecordedRequest request)
    {
        (Method, Path, Query, ReceivedAt) = (request.Method, request.Path, request.Query, request.ReceivedAt);
        RequestBytes = request.Body.Length;

        // A slice would keep the whole of a large body.
        RequestBody = request.Body.Length <= KeptBytes ? request.Body : request.Body[..KeptBytes].ToArray();
    }

    public void End(HttpResponse response, RequestEnding ending)
    {
        (Status, ContentType, Ending) = (response.StatusCode, response.ContentType, ending);
        UploadHeaders = Exchanges.UploadHeaders.Of(response);
        Duration = _clock.GetElapsedTime(_began);
        _isOver = true;
    }
}
