using System.Net;

namespace GeminiGen.Testing.Tests.Support;

/// <summary>Answers without a network.</summary>
/// <param name="answer">Makes the answer.</param>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public int Calls { get; private set; }

    public static StubHandler OfJson(string json, HttpStatusCode status = HttpStatusCode.OK)
        => new(_ => new HttpResponseMessage(status) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });

    /// <summary>A stream in given pieces; an exception in place of the end where there is one.</summary>
    public static StubHandler OfPieces(IReadOnlyList<byte[]> pieces, Exception? fault = null, string media = "text/event-stream") => new(_ =>
    {
        StreamContent content = new(new PieceStream(pieces, fault));
        content.Headers.ContentType = new(media);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(answer(request));
    }

    private sealed class PieceStream(IReadOnlyList<byte[]> pieces, Exception? fault) : MemoryStream
    {
        private int _next;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_next == pieces.Count)
            {
                return fault is null ? new ValueTask<int>(0) : throw fault;
            }

            byte[] piece = pieces[_next++];
            piece.CopyTo(buffer);
            return new ValueTask<int>(piece.Length);
        }
    }
}
