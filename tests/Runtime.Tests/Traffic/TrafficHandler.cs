namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>Answers with a case's responses in their order, in pieces, and starts anew with each chunking.</summary>
internal sealed class TrafficHandler(IReadOnlyList<TrafficResponse> responses) : HttpMessageHandler
{
    private Chunking _chunking = Chunking.Whole;

    /// <summary>How many requests have been answered since the start.</summary>
    internal int Requests { get; private set; }

    internal void Start(Chunking chunking) => (_chunking, Requests) = (chunking, 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return responses[Math.Min(Requests++, responses.Count - 1)].ToMessage(_chunking.Open);
    }
}
