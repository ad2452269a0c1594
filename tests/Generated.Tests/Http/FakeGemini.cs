using System.Net;
using System.Text;

namespace GeminiGen.Generated.Tests.Http;

/// <summary>Stands in for the API: keeps what was sent and gives the prepared answers, the last one again and again.</summary>
internal sealed class FakeGemini : HttpMessageHandler
{
    private readonly Queue<string> _answers;

    private FakeGemini(IEnumerable<string> answers) => _answers = new Queue<string>(answers);

    /// <summary>The bodies sent, in order.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The addresses sent to, in order.</summary>
    public List<Uri> Addresses { get; } = [];

    /// <summary>The last body.</summary>
    public string Body => Bodies[^1];

    /// <summary>Answers with whole response bodies.</summary>
    public static FakeGemini Raw(params string[] answers) => new(answers);

    /// <summary>Answers with one candidate of the given text.</summary>
    public static FakeGemini Text(params string[] texts) => new(texts.Select(GeminiAnswer.Complete));

    /// <summary>A client whose requests come here; no key of a real shape, no retry.</summary>
    public GeminiClient Client(Action<GeminiOptions>? configure = null)
    {
        var options = new GeminiOptions { ApiKey = "not-a-key" };
        options.Retry.MaxAttempts = 1;
        configure?.Invoke(options);
        return new GeminiClient(options, new HttpClient(this, disposeHandler: false));
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Addresses.Add(request.RequestUri!);
        Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken).ConfigureAwait(false));
        string answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        string mediaType = answer.StartsWith("data:", StringComparison.Ordinal) ? "text/event-stream" : "application/json";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, mediaType), RequestMessage = request };
    }
}
