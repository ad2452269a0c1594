using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.CompilerServices;

namespace GeminiGen.Testing;

/// <summary>A request as it is compared and recorded.</summary>
internal sealed partial class RecordedRequest
{
    private const int HashLength = 12;
    private const int LongestName = 80;

    private RecordedRequest(string name, string method, string path, string body, KeyRedaction redaction)
    {
        Name = name;
        Method = method;
        Path = path;
        Redaction = redaction;
        Json = CanonicalJson.TryParse(body);
        Text = Json is null ? body : null;
        Contract = Hash(name, CanonicalJson.Write(WithoutContents(Json)));
        Key = Hash(Contract, method, path, Json is null ? body : CanonicalJson.Write(Json));
    }

    /// <summary>The contract's method, or the request's own method and path where no contract sends it.</summary>
    internal string Name { get; }

    internal string Method { get; }

    internal string Path { get; }

    internal JsonNode? Json { get; }

    internal string? Text { get; }

    internal KeyRedaction Redaction { get; }

    /// <summary>The hash of all that the contract says, without what it is asked.</summary>
    internal string Contract { get; }

    /// <summary>The hash by which the recording is found.</summary>
    internal string Key { get; }

    /// <summary>What the names of all recordings of the method begin with.</summary>
    internal string FilePrefix
    {
        get
        {
            string safe = Unsafe().Replace(Name, "-").Trim('-');
            return (safe.Length > LongestName ? safe[..LongestName] : safe) + ".";
        }
    }

    internal string FileName => FilePrefix + Key + ".json";

    /// <summary>Reads a request, whose body can be read again afterwards.</summary>
    internal static async Task<RecordedRequest> ReadAsync(HttpRequestMessage request, GeminiRecorderOptions options, CancellationToken cancellationToken)
    {
        KeyRedaction redaction = KeyRedaction.Of(request, options);
        string path = redaction.Apply(request.RequestUri!);
        string body = request.Content is null ? "" : Decode(await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        body = Fence().Replace(redaction.ApplyToBody(body), "untrusted-0");
        string name = request.Content is PromptRequest prompt ? prompt.MethodName : $"{request.Method} {path.Split('?')[0]}";
        return new RecordedRequest(name, request.Method.Method, path, options.Normalize?.Invoke(body) ?? body, redaction);
    }

    /// <summary>The request as JSON, as it stands in the file.</summary>
    internal JsonObject ToJson() => new()
    {
        ["method"] = Method,
        ["path"] = Path,
        ["body"] = Json?.DeepClone() ?? (Text is { Length: > 0 } ? JsonValue.Create(Text) : null),
    };

    private static string Decode(byte[] body)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return "base64:" + Convert.ToBase64String(body);
        }
    }

    private static JsonObject? WithoutContents(JsonNode? body)
    {
        if (body is not JsonObject)
        {
            return null;
        }

        JsonObject rest = (JsonObject)body.DeepClone();
        rest.Remove("contents");
        return rest;
    }

    private static string Hash(params string[] parts)
        => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..HashLength].ToLowerInvariant();

    [GeneratedRegex("[^A-Za-z0-9_.]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unsafe();

    // Drawn anew for each call, see UntrustedAttribute.
    [GeneratedRegex("untrusted-[0-9A-Za-z]{8,64}", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
