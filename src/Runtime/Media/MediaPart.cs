using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeminiGen;

/// <summary>Media at its place in a request.</summary>
/// <param name="media">The media.</param>
/// <param name="offset">Where in the request's own text its part belongs.</param>
internal sealed class MediaPart(Media media, int offset)
{
    private byte[] _before = [];
    private byte[] _after = [];

    internal Media Media => media;

    internal int Offset => offset;

    /// <summary>The file of the Files API that the part names and that expires, or <see langword="null"/>.</summary>
    internal TurnFile? File { get; private set; }

    /// <summary>Whether the bytes travel in the request.</summary>
    internal bool IsInline { get; private set; }

    /// <summary>What the part takes in the request, in bytes.</summary>
    internal long Length => _before.Length + _after.Length + (IsInline ? Base64Length(media.Length!.Value) : 0);

    /// <summary>Sends the bytes inside the request.</summary>
    internal void UseBytes()
    {
        IsInline = true;
        _before = Encoding.UTF8.GetBytes("{\"inlineData\":{\"mimeType\":" + Quote(media.MimeType!) + ",\"data\":\"");
        _after = Encoding.UTF8.GetBytes("\"}" + Settings() + "}");
    }

    /// <summary>Sends an address the API knows.</summary>
    internal void UseAddress(string uri, string? mimeType, DateTimeOffset? expires)
    {
        IsInline = false;
        File = expires is { } end ? new TurnFile(uri, end, media.Source is null ? null : media) : null;
        string type = mimeType is null ? "" : "\"mimeType\":" + Quote(mimeType) + ",";
        _before = Encoding.UTF8.GetBytes("{\"fileData\":{" + type + "\"fileUri\":" + Quote(uri) + "}" + Settings() + "}");
        _after = [];
    }

    /// <summary>The part without its bytes: they are described.</summary>
    internal string ToPreview()
    {
        if (media.Uri is { } uri)
        {
            UseAddress(uri.OriginalString, media.MimeType, media.Expires);
            return Encoding.UTF8.GetString(_before);
        }

        string size = string.Create(CultureInfo.InvariantCulture, $"<{media.Length:N0} bytes>");
        return "{\"inlineData\":{\"mimeType\":" + Quote(media.MimeType!) + ",\"data\":" + Quote(size) + "}" + Settings() + "}";
    }

    internal async ValueTask WriteAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(_before, cancellationToken).ConfigureAwait(false);
        if (IsInline)
        {
            using MediaReader reader = media.Source!.OpenReader();
            await Base64Writer.WriteAsync(reader, media.Length!.Value, target, cancellationToken).ConfigureAwait(false);
            await target.WriteAsync(_after, cancellationToken).ConfigureAwait(false);
        }
    }

    private static long Base64Length(long bytes) => (bytes + 2) / 3 * 4;

    private string Settings()
    {
        string resolution = media.Resolution switch
        {
            MediaResolution.Low => ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_LOW\"}",
            MediaResolution.Medium => ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_MEDIUM\"}",
            MediaResolution.High => ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_HIGH\"}",
            MediaResolution.UltraHigh => ",\"mediaResolution\":{\"level\":\"MEDIA_RESOLUTION_ULTRA_HIGH\"}",
            _ => "",
        };
        return media.Clip is { } clip ? resolution + ",\"videoMetadata\":" + clip.ToJson() : resolution;
    }

    private static string Quote(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
