using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>The headers of a response by which an upload goes on; the only ones that are recorded.</summary>
internal static class UploadHeaders
{
    /// <summary>Says where the bytes go.</summary>
    public const string Address = "x-goog-upload-url";

    private const string Prefix = "x-goog-upload-";

    /// <summary>Those of a response. Of the address only the path is kept: an emulator that replays listens elsewhere.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(HttpResponse response) =>
        [.. response.Headers.Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Select(header => (header.Key, Local(header.Key, header.Value.ToString())))];

    private static string Local(string name, string value) => name == Address && Uri.TryCreate(value, UriKind.Absolute, out Uri? address) ? address.PathAndQuery : value;
}
