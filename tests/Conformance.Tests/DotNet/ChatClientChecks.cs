using System.ClientModel;
using System.Text.Json.Nodes;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>The checks that are the same for every client, whatever its words for asking and refusing are: refusals, cancellation, and streams that end badly.</summary>
internal abstract class ChatClientChecks(Endpoint endpoint, OutgoingRequests outgoing)
{
    /// <summary>What the client talks to.</summary>
    protected Endpoint Endpoint => endpoint;

    /// <summary>The client's answer to a prompt.</summary>
    protected abstract Task<string> AskAsync(string prompt, string model = Prompts.Model, CancellationToken cancellationToken = default);

    /// <summary>The client's answer to a prompt, piece by piece, each with the finish reason where it has one.</summary>
    protected abstract IAsyncEnumerable<(string Text, object? FinishReason)> StreamAsync(string prompt, CancellationToken cancellationToken = default);

    /// <summary>What the client throws when the API refuses.</summary>
    protected virtual (int Status, string Body) RefusalOf(Exception error)
    {
        ClientResultException refusal = Assert.IsType<ClientResultException>(error);
        return (refusal.Status, refusal.GetRawResponse()!.Content.ToString());
    }

    /// <summary>Expects a refusal, in the API's own words: Gemini's error, in an array.</summary>
    /// <returns>What the API says.</returns>
    protected async Task<string> RefusedAsync(int status, Func<Task> call)
    {
        (int given, string body) = RefusalOf(await Assert.ThrowsAnyAsync<Exception>(call));
        Assert.True(status == given, body);
        Assert.True((int?)(JsonNode.Parse(body) as JsonArray)?[0]?["error"]?["code"] == status, body);
        return body;
    }

    /// <summary>Expects that the endpoint has no such path.</summary>
    protected async Task MissingAsync(Func<Task> call) => Assert.Equal(404, RefusalOf(await Assert.ThrowsAnyAsync<Exception>(call)).Status);

    /// <summary>Everything a stream gave, and what it threw in the end.</summary>
    protected static async Task<(IReadOnlyList<T> Pieces, Exception? Error)> DrainAsync<T>(IAsyncEnumerable<T> stream)
    {
        var pieces = new List<T>();
        try
        {
            await foreach (T piece in stream)
            {
                pieces.Add(piece);
            }
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            return (pieces, error);
        }

        return (pieces, null);
    }

    /// <summary>Texts that are alike have vectors that are alike.</summary>
    protected static void AssertSecondIsNearerThanThird(IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        Assert.Equal(3, vectors.Count);
        Assert.True(Similarity(vectors[0], vectors[1]) > Similarity(vectors[0], vectors[2]));
    }

    [Check("unknown model")]
    public Task UnknownModel() => RefusedAsync(404, () => AskAsync("x", Prompts.UnknownModel));

    [Check("shut-down model")]
    public Task ShutDownModel() => RefusedAsync(404, () => AskAsync("x", Prompts.ShutDownModel));

    [Check("quota error with a delay")]
    public async Task QuotaError() => Assert.Contains("\"retryDelay\":\"34.0748242s\"", await RefusedAsync(429, () => AskAsync("[quota]")), StringComparison.Ordinal);

    [Check("quota used up")]
    public async Task QuotaUsedUp()
    {
        Assert.NotEmpty(await AskAsync("x", Prompts.QuotaModel));
        string body = await RefusedAsync(429, () => AskAsync("x", Prompts.QuotaModel));
        Assert.Contains("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", body, StringComparison.Ordinal);
    }

    [Check("internal error")]
    public Task InternalError() => RefusedAsync(500, () => AskAsync("[internal]"));

    [Check("overloaded model")]
    public Task Overloaded() => RefusedAsync(503, () => AskAsync("[overloaded]"));

    [Check("cancelled call")]
    public async Task CancelledCall()
    {
        using var cancelling = new CancellationTokenSource();
        Task received = endpoint.Emulator.WaitForRequestsAsync(endpoint.Emulator.Requests.Count + 1);
        Task<string> call = AskAsync("[silent]", cancellationToken: cancelling.Token);
        await received;
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Check("cancelled stream")]
    public async Task CancelledStream()
    {
        using var cancelling = new CancellationTokenSource();
        var pieces = new List<object>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach ((string, object?) piece in StreamAsync($"[stalls] {Prompts.Question}", cancelling.Token))
            {
                pieces.Add(piece);
                await cancelling.CancelAsync();
            }
        });
        Assert.Single(pieces);
    }

    [Check("error inside a stream", Differs = "does not see an error among the events: the stream ends as if nothing had happened, but for the missing finish reason")]
    public Task ErrorInsideStream() => AssertEndsWithoutReasonAsync("[fails inside]");

    [Check("broken stream")]
    public async Task BrokenStream()
    {
        (IReadOnlyList<(string Text, object?)> pieces, Exception? error) = await DrainAsync(StreamAsync($"[breaks] {Prompts.Question}"));
        Assert.NotEmpty(string.Concat(pieces.Select(piece => piece.Text)));
        Assert.IsType<HttpIOException>(error);
    }

    [Check("stream without a finish reason")]
    public Task StreamWithoutFinish() => AssertEndsWithoutReasonAsync("[ends early]");

    [Check("no host but the emulator")]
    public Task NoOtherHost()
    {
        Assert.Equal([endpoint.Address.Host], outgoing.Hosts);
        return Task.CompletedTask;
    }

    private async Task AssertEndsWithoutReasonAsync(string fault)
    {
        (IReadOnlyList<(string Text, object? FinishReason)> pieces, Exception? error) = await DrainAsync(StreamAsync($"{fault} {Prompts.Question}"));
        Assert.Null(error);
        Assert.NotEmpty(string.Concat(pieces.Select(piece => piece.Text)));
        Assert.All(pieces, piece => Assert.Null(piece.FinishReason));
    }

    private static float Similarity(ReadOnlyMemory<float> left, ReadOnlyMemory<float> right) => left.ToArray().Zip(right.ToArray(), static (x, y) => x * y).Sum();
}
