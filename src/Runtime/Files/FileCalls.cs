using System.Globalization;
using System.Net;
using GeminiGen.CompilerServices;
using Polly;

namespace GeminiGen;

/// <summary>Sends requests to the Files API, with the client's time limit for an attempt and its number of attempts.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="transport">Carries the requests.</param>
internal sealed class FileCalls(ClientSettings settings, IGeminiTransport transport)
{
    private readonly Backoff _backoff = new(settings.BaseDelay, settings.MaxDelay);

    /// <summary>Sends, and sends again what may succeed later.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="create">Makes the request, for each attempt anew.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<FileReply> SendAsync(string operation, Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        FailedAttempts failed = new();
        while (true)
        {
            try
            {
                return await SendOnceAsync(operation, create(), cancellationToken).ConfigureAwait(false);
            }
            catch (GeminiException error)
            {
                failed.Add(error);
                if (!MayTryAgain(failed))
                {
                    throw;
                }

                await WaitAsync(error, failed.Count, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says whether another attempt may follow those that failed.</summary>
    internal bool MayTryAgain(FailedAttempts failed) => failed.Errors[^1].Retry.IsTransient && failed.Count < settings.MaxAttempts;

    /// <summary>Waits before the next attempt.</summary>
    internal Task WaitAsync(GeminiException error, int attempt, CancellationToken cancellationToken)
        => Task.Delay(error.Retry.Delay ?? _backoff.Next(attempt - 1, Random.Shared.NextDouble()), settings.Clock, cancellationToken);

    internal async Task<FileReply> SendOnceAsync(string operation, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        PreparedMethod method = Describe(operation);
        Deadline deadline = Deadline.Start(settings.Clock, settings.AttemptTimeout, cancellationToken);
        HttpResponseMessage? response = null;
        ResponseBody body = default;
        try
        {
            try
            {
                response = await transport.SendAsync(message, deadline.Token).ConfigureAwait(false);
                body = await ResponseBody.ReadAsync(response.Content, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not GeminiException)
            {
                throw new AttemptFailure(method, deadline.HasExpired ? GeminiTimeLimit.Attempt : null, cancellationToken).Translate(exception);
            }

            if (response.IsSuccessStatusCode)
            {
                return new FileReply(body.Span.ToArray(), Header(response, "x-goog-upload-url"), Header(response, "x-goog-upload-status"), Received(response));
            }

            throw IsMissing(response.StatusCode, operation)
                ? new GeminiFileNotFoundException($"{method.Method}: the API knows no such file ({(int)response.StatusCode}). It was never there, was deleted, expired 48 hours after its upload, or belongs to another project.")
                { StatusCode = response.StatusCode }
                : ApiErrors.FromResponse(new AnswerContext(method, settings, CallProgress.First, response), body.Span);
        }
        finally
        {
            body.Return();
            response?.Dispose();
            deadline.Dispose();
        }
    }

    // The API says 403 for a file it does not know, to tell nothing of other projects.
    private static bool IsMissing(HttpStatusCode status, string operation)
        => status == HttpStatusCode.NotFound || (status == HttpStatusCode.Forbidden && operation is nameof(GeminiFiles.GetAsync) or nameof(GeminiFiles.DeleteAsync));

    private PreparedMethod Describe(string operation) => new()
    {
        Method = new PromptMethod(nameof(GeminiFiles), operation, null, default, null, null, null, 0, 0),
        Model = "the Files API",
        Facts = ModelFacts.Of("files", null),
        Endpoint = new ModelEndpoint(transport.GetFileEndpoint().Files, transport.GetFileEndpoint().Files),
        Tail = [],
        Policy = new CallPolicy
        {
            MaxAttempts = settings.MaxAttempts,
            CallTimeout = settings.Timeout,
            CallTimeoutSetting = "GeminiOptions.Timeout",
            AttemptTimeout = settings.AttemptTimeout,
            StreamIdleTimeout = settings.StreamIdleTimeout,
            HttpClientTimeout = transport.ClientTimeout,
            Retries = ResiliencePipeline.Empty,
        },
    };

    private static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;

    private static long? Received(HttpResponseMessage response)
        => long.TryParse(Header(response, "x-goog-upload-size-received"), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : null;
}
