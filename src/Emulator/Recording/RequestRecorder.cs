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

    private const long FirstCapacity = 1024 * 1024;

    private static readonly FrozenSet<string> CredentialHeaders =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "x-goog-api-key", "Authorization", "Proxy-Authorization", "Cookie");

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request, GeminiEmulatorOptions options, Secrets secrets, CancellationToken cancellationToken)
    {
        byte[] body = await ReadInTimeAsync(request, options, cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (!CredentialHeaders.Contains(name))
            {
                headers[name] = secrets.Without(values.ToString());
            }
        }

        return new RecordedRequest(request.Method, request.Path.Value ?? "/", QueryWithoutKey(request.Query, secrets), headers, body, options.TimeProvider.GetUtcNow());
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
        long announced = request.ContentLength ?? 0;
        bool fits = announced <= MaxBytes;
        using var body = new MemoryStream(capacity: fits ? (int)Math.Min(announced, FirstCapacity) : 0);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            // What is too much is read all the same, and let go at once: a client that is still sending would not see the answer.
            fits &= body.Length + read <= MaxBytes;
            if (fits)
            {
                Reserve(body, read, announced);
                body.Write(buffer, 0, read);
            }
            else
            {
                body.SetLength(0);
                body.Capacity = 0;
            }
        }

        return !fits ? throw new ApiErrorException(ApiErrors.TooLarge(MaxBytes)) : body.Length == body.Capacity ? body.GetBuffer() : body.ToArray();
    }

    /// <summary>Makes room for what was announced, but never for much more than arrived: saying a size costs a client nothing.</summary>
    private static void Reserve(MemoryStream body, int more, long announced)
    {
        if (body.Length + more is var needed && needed > body.Capacity && needed <= announced)
        {
            body.Capacity = (int)Math.Min(announced, Math.Max(needed, 4L * body.Capacity));
        }
    }

    // Names are read in any case, so that a key has many names; and nothing hinders a client from sending it under another one.
    private static string QueryWithoutKey(IQueryCollection query, Secrets secrets) =>
        string.Join('&', query.Where(pair => !pair.Key.Equals("key", StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{Uri.EscapeDataString(secrets.Without(pair.Key))}={Uri.EscapeDataString(secrets.Without(pair.Value.ToString()))}"));
}
