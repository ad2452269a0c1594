using System.Collections.Frozen;
using GeminiGen.Emulator.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GeminiGen.Emulator.Recording;

/// <summary>Reads a request to its end and turns it into a <see cref="RecordedRequest"/> free of credentials.</summary>
internal static class RequestRecorder
{
    /// <summary>The API's limit for one inline request, in bytes: 100 MB.</summary>
    private const long MaxBytes = 100L * 1024 * 1024;

    private static readonly FrozenSet<string> CredentialHeaders =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "x-goog-api-key", "Authorization", "Proxy-Authorization", "Cookie");

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request, GeminiEmulatorOptions options, CancellationToken cancellationToken)
    {
        byte[] body = await ReadInTimeAsync(request, options, cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (!CredentialHeaders.Contains(name))
            {
                headers[name] = values.ToString();
            }
        }

        return new RecordedRequest(request.Method, request.Path.Value ?? "/", QueryWithoutKey(request.Query), headers, body, options.TimeProvider.GetUtcNow());
    }

    private static async Task<byte[]> ReadInTimeAsync(HttpRequest request, GeminiEmulatorOptions options, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.RequestTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ReadBodyAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // What may still come of the request is nobody's answer.
            request.HttpContext.Response.Headers.Connection = "close";
            throw new ApiErrorException(ApiErrors.RequestTimeout(options.RequestTimeout));
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(capacity: (int)Math.Clamp(request.ContentLength ?? 0, 0, 1 << 20));
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            // What is too much is read all the same: a client that is still sending would not see the answer.
            total += read;
            if (total <= MaxBytes)
            {
                body.Write(buffer, 0, read);
            }
        }

        return total <= MaxBytes ? body.ToArray() : throw new ApiErrorException(ApiErrors.TooLarge(MaxBytes));
    }

    private static string QueryWithoutKey(IQueryCollection query) =>
        string.Join('&', query.Where(pair => pair.Key != "key").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
}
