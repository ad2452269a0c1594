using System.Text;
using GeminiGen.CompilerServices;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.Requests;

/// <summary>The pooled body must not be reused while an HTTP stack still writes it.</summary>
public sealed class RequestMemoryTests
{
    [Fact]
    public async Task MemoryStaysWhileAStackStillWritesAfterTheCall()
    {
        using GeminiClient client = new(TestClient.Options());
        PromptRequest request = new(client, Desk.Method());
        new JsonPromptWriter(request).Value("still being sent");
        GatedStream stream = new();
        Task sending = request.CopyToAsync(stream, TestContext);

        request.Release();
        Assert.Equal("still being sent", Encoding.UTF8.GetString(request.Body.WrittenSpan));

        stream.Gate.SetResult();
        await sending;
        Assert.Equal("still being sent", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(0, request.Body.Length);
    }

    [Fact]
    public async Task ARequestWhoseCallIsOverCannotBeSent()
    {
        using GeminiClient client = new(TestClient.Options());
        PromptRequest request = new(client, Desk.Method());
        request.Release();
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => request.CopyToAsync(Stream.Null, TestContext));
        Assert.IsType<ObjectDisposedException>(error.GetBaseException());
    }

    [Fact]
    public async Task ARetrySendsTheSameBytesThoughTheStackDisposedTheRequest()
    {
        FakeHandler handler = new(
            (request, _) =>
            {
                request.Dispose();
                return Task.FromResult(FakeHandler.Json(Replies.Error(503, "UNAVAILABLE"), 503));
            },
            (_, _) => Task.FromResult(FakeHandler.Json(Replies.Answer("ok"))));
        using GeminiClient client = TestClient.Create(handler, TestClient.Unlimited(new JumpingClock()));
        Assert.Equal("ok", await new Desk(client).AskAsync("same \"bytes\""));
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
    }

    private static CancellationToken TestContext => CancellationToken.None;

    /// <summary>Takes its time: what is written is read only once the gate opens.</summary>
    private sealed class GatedStream : MemoryStream
    {
        internal TaskCompletionSource Gate { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Gate.Task;
            Write(buffer.Span);
        }
    }
}
