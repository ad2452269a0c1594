using System.Security.Cryptography;
using System.Text;
using GeminiGen.Emulator.Errors;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Compares the key or the token of a request with those that are accepted; each endpoint refuses in its own words.</summary>
internal sealed class Credentials(GeminiEmulatorOptions options)
{
    private const string Bearer = "Bearer ";

    /// <summary>The Gemini API: a key, or a token of Google's sign-in.</summary>
    public void ThrowIfRefused(Exchange exchange)
    {
        HttpRequest request = exchange.Request;
        if (KeyOf(request) is { } key)
        {
            ThrowUnlessKey(key);
        }
        else if (!IsToken(TokenOf(request)))
        {
            throw new ApiErrorException(request.Headers.Authorization.Count > 0 ? ApiErrors.TokenNotSupported() : ApiErrors.KeyMissing());
        }
    }

    /// <summary>The OpenAI-compatible endpoint: the key as a bearer token, or as the Gemini API takes it, but not both.</summary>
    public void ThrowIfRefusedByOpenAI(Exchange exchange)
    {
        string? key = KeyOf(exchange.Request);
        string? token = TokenOf(exchange.Request);
        if (key is not null && token is not null)
        {
            throw new ApiErrorException(ApiErrors.Invalid("Multiple authentication credentials received. Please pass only one."));
        }

        if ((token ?? key) is not { } given)
        {
            throw new ApiErrorException(ApiErrors.Invalid("Missing or invalid Authorization header."));
        }

        if (!IsToken(token))
        {
            ThrowUnlessKey(given);
        }
    }

    /// <summary>Google Cloud: a token of Google's sign-in, or a key of the express mode; a key is no token.</summary>
    public void ThrowIfRefusedByCloud(Exchange exchange)
    {
        if (KeyOf(exchange.Request) is { } key)
        {
            ThrowUnlessKey(key);
        }
        else if (TokenOf(exchange.Request) is not { } token)
        {
            throw new ApiErrorException(ApiErrors.TokenMissing());
        }
        else if (!IsToken(token))
        {
            throw new ApiErrorException(ApiErrors.TokenInvalid());
        }
    }

    /// <summary>The key a request brings, from wherever the API looks for one.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers["x-goog-api-key"].ToString() is { Length: > 0 } header ? header
        : request.Query["key"].ToString() is { Length: > 0 } query ? query
        : null;

    /// <summary>The bearer token a request brings.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var value && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && value.Length > Bearer.Length
            ? value[Bearer.Length..].Trim()
            : null;

    private void ThrowUnlessKey(string key)
    {
        if (!AreEqual(key, options.ApiKey) && !options.ProjectsByKey.Keys.Any(other => AreEqual(key, other)))
        {
            throw new ApiErrorException(ApiErrors.KeyInvalid());
        }
    }

    private bool IsToken(string? token) => token is not null && AreEqual(token, options.AccessToken);

    private static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
