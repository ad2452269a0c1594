namespace GeminiGen.Testing;

/// <summary>Puts a recorder between a client and the network.</summary>
internal sealed class RecorderHandler : DelegatingHandler
{
    private const string AllowVariable = "GEMINIGEN_ALLOW_REAL_CALLS";

    private readonly GeminiRecorder _recorder;

    internal RecorderHandler(GeminiRecorder recorder, HttpMessageHandler? innerHandler)
    {
        _recorder = recorder;
        if (innerHandler is not null)
        {
            InnerHandler = innerHandler;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RecordedRequest recorded = await _recorder.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        if (_recorder.TryReplay(recorded) is { } replayed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return replayed.Replay(request);
        }

        ThrowIfItMayNotBeSent(request, recorded);
        _recorder.Claim(recorded);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return IsStream(recorded, response)
            ? await RecordStreamAsync(recorded, response, cancellationToken).ConfigureAwait(false)
            : await RecordWholeAsync(recorded, response, cancellationToken).ConfigureAwait(false);
    }

    // Without alt=sse the API streams one array of JSON.
    private static bool IsStream(RecordedRequest request, HttpResponseMessage response)
        => response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            || (response.IsSuccessStatusCode && request.Path.Split('?')[0].EndsWith(":streamGenerateContent", StringComparison.Ordinal));

    private void ThrowIfItMayNotBeSent(HttpRequestMessage request, RecordedRequest recorded)
    {
        if (request.RequestUri is { IsLoopback: false } address && InnerMost() is SocketsHttpHandler or HttpClientHandler && AreRealCallsBlocked())
        {
            throw RecordingErrors.Blocked(address.Host);
        }

        if (request.Headers.TryGetValues("x-goog-api-key", out IEnumerable<string>? keys) && keys.Contains(GeminiRecorder.NoKey))
        {
            throw RecordingErrors.NoKey(recorded);
        }
    }

    // A stub of a test's own is no network.
    private HttpMessageHandler? InnerMost()
    {
        HttpMessageHandler? handler = InnerHandler;
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private static bool AreRealCallsBlocked()
        => AppContext.TryGetSwitch(GeminiRecorder.BlockSwitch, out bool isBlocked) && isBlocked && Environment.GetEnvironmentVariable(AllowVariable) is null or "" or "0" or "false";

    private async Task<HttpResponseMessage> RecordWholeAsync(RecordedRequest recorded, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        _recorder.Keep(recorded, response, [body], isCut: false);
        return response;
    }

    private async Task<HttpResponseMessage> RecordStreamAsync(RecordedRequest recorded, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContent original = response.Content;
        Stream body = await original.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        StreamContent content = new(new RecordingStream(body, (pieces, isCut) => _recorder.Keep(recorded, response, pieces, isCut)));
        foreach (KeyValuePair<string, IEnumerable<string>> header in original.Headers)
        {
            content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        response.Content = content;
        return response;
    }
}
