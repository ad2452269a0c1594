using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Makes a request's media ready before its first attempt: loads it, checks every limit, and decides how each is sent.</summary>
/// <param name="settings">The client's settings.</param>
internal sealed class MediaPreparer(ClientSettings settings)
{
    internal async ValueTask PrepareAsync(PromptRequest request, MediaParts media, PreparedMethod method, CancellationToken cancellationToken)
    {
        foreach (MediaPart part in media.All)
        {
            if (part.Media.Source is { } source)
            {
                await source.LoadAsync(cancellationToken).ConfigureAwait(false);
            }

            part.Media.ThrowIfUnusable();
        }

        MediaRules.Check(media, method);
        foreach (MediaPart part in media.All)
        {
            if (part.Media.Uri is { } uri)
            {
                part.UseAddress(uri.OriginalString, part.Media.MimeType);
            }
            else
            {
                part.UseBytes();
            }
        }

        long total = request.Body.Length + method.Tail.Length + media.Length;
        if (total > settings.InlineLimit)
        {
            throw MediaRules.RequestTooLarge(method, total, settings.InlineLimit);
        }
    }
}
