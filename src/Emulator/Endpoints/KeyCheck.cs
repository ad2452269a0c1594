using System.Security.Cryptography;
using System.Text;
using GeminiGen.Emulator.Errors;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Compares the key of a request with the one that is accepted.</summary>
internal static class KeyCheck
{
    public static void ThrowIfRefused(HttpRequest request, string acceptedKey)
    {
        string key = request.Headers["x-goog-api-key"].ToString();
        if (key.Length == 0)
        {
            key = request.Query["key"].ToString();
        }

        if (key.Length == 0)
        {
            throw new ApiErrorException(request.Headers.Authorization.Count > 0 ? ApiErrors.TokenNotSupported() : ApiErrors.KeyMissing());
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(acceptedKey)))
        {
            throw new ApiErrorException(ApiErrors.KeyInvalid());
        }
    }
}
