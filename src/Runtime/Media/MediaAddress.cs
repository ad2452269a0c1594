namespace GeminiGen;

/// <summary>Addresses the API fetches media from.</summary>
internal static class MediaAddress
{
    /// <summary>What keeps an address from being sent, or <see langword="null"/>. Its query is not repeated: it may hold a signature or a key.</summary>
    internal static string? Fault(Uri uri)
    {
        if (!uri.IsAbsoluteUri)
        {
            return "The address is not absolute. For a file on disk use Media.FromFile.";
        }

        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != "gs")
        {
            return $"The API fetches media from https and gs addresses only, not from {uri.Scheme}. Read it yourself and use Media.FromBytes or Media.FromStream.";
        }

        bool isOwnFile = uri.Host.EndsWith("googleapis.com", StringComparison.OrdinalIgnoreCase);
        return isOwnFile && (uri.Query.Contains("?key=", StringComparison.OrdinalIgnoreCase) || uri.Query.Contains("&key=", StringComparison.OrdinalIgnoreCase))
            ? "The address carries a key. Leave it out: the API needs none for its own files, and addresses get logged."
            : null;
    }

    internal static bool IsYouTube(Uri? uri)
        => uri is { IsAbsoluteUri: true } && (IsHost(uri, "youtube.com") || IsHost(uri, "youtu.be"));

    /// <summary>The address as it may be shown.</summary>
    internal static string WithoutQuery(Uri uri) => IsYouTube(uri) ? uri.OriginalString : uri.GetLeftPart(UriPartial.Path);

    private static bool IsHost(Uri uri, string host)
        => uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase);
}
