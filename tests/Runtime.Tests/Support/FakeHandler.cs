using System.Net;
using System.Text;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Answers requests from a list; the last answer repeats.</summary>
internal sealed class FakeHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers) : HttpMessageHandler
{
    private readonly Lock _lock = new();

    internal FakeHandler(Func<HttpResponseMessage> answer)
        : this((_, _) => Task.FromResult(answer()))
    {
    }

    /// <summary>The requests as they were sent.</summary>
    internal List<SentRequest> Requests { get; } = [];

    /// <summary>Answers at once, one response after the other.</summary>
    internal static FakeHandler Of(params Func<HttpResponseMessage>[] responses)
        => new([.. responses.Select(response => (Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>)((_, _) => Task.FromResult(response())))]);

    /// <summary>Never answers.</summary>
    internal static FakeHandler Silent() => new(async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    });

    internal static HttpResponseMessage Json(string body, int status = 200, string mediaType = "application/json")
        => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    internal static HttpResponseMessage Events(params string[] events)
        => new(HttpStatusCode.OK) { Content = new StringContent(string.Concat(events.Select(e => "data: " + e + "\r\n\r\n")), Encoding.UTF8, "text/event-stream") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        int number;
        lock (_lock)
        {
            number = Requests.Count;
            Requests.Add(new SentRequest(request, body));
        }

        return await answers[Math.Min(number, answers.Length - 1)](request, cancellationToken);
    }
}
