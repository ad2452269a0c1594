using System.Collections.Frozen;
using GeminiGen.Emulator.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GeminiGen.Emulator.Recording;

/// <summary>Reads a request to its end and turns it into a <see cref="RecordedRequest"/> free of credentials.</summary>
internal static class RequestRecorder
{
    private static readonly FrozenSet<string> CredentialHeaders =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "x-goog-api-key", "Authorization", "Proxy-Authorization", "Cookie");

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request, TimeProvider clock, CancellationToken cancellationToken)
    {
        byte[] body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (!CredentialHeaders.Contains(name))
            {
                headers[name] = values.ToString();
            }
        }

        return new RecordedRequest(request.Method, request.Path.Value ?? "/", QueryWithoutKey(request.Query), headers, body, clock.GetUtcNow());
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var buffer = new MemoryStream(capacity: (int)Math.Clamp(request.ContentLength ?? 0, 0, 1 << 20));
            await request.Body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
            return buffer.ToArray();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ApiErrorException(ApiErrors.TooLarge());
        }
    }

    private static string QueryWithoutKey(IQueryCollection query) =>
        string.Join('&', query.Where(pair => pair.Key != "key").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
}
