using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Makes a request's media ready before its first attempt: loads it, checks every limit, and decides how each is sent.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="files">Takes what is too large for a request.</param>
internal sealed class MediaPreparer(ClientSettings settings, GeminiFiles files)
{
    /// <summary>Makes the media ready, within the call's time.</summary>
    internal async ValueTask PrepareAsync(PromptRequest request, MediaParts media, PreparedMethod method, CancellationToken cancellationToken)
    {
        Deadline deadline = Deadline.Start(settings.Clock, method.Policy.CallTimeout, cancellationToken);
        try
        {
            await PrepareWithinAsync(request, media, method, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw deadline.HasExpired
                ? TimeoutErrors.Create(GeminiTimeLimit.Call, method, new TimeoutException("It was still making media ready: reading it, uploading it, or waiting until the API had prepared it.", exception))
                : new OperationCanceledException("The call was cancelled while its media was made ready.", exception, cancellationToken);
        }
        finally
        {
            deadline.Dispose();
        }
    }

    private async ValueTask PrepareWithinAsync(PromptRequest request, MediaParts media, PreparedMethod method, CancellationToken cancellationToken)
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
                part.UseAddress(uri.OriginalString, part.Media.MimeType, part.Media.Expires);
            }
            else
            {
                part.UseBytes();
            }
        }

        // The largest first: the fewest uploads that make the rest fit.
        long limit = settings.InlineLimit - request.Body.Length - method.Tail.Length;
        while (media.Length > limit && media.FindLargestInline() is { } largest)
        {
            GeminiFile file = await largest.Media.Source!.Upload.GetAsync(files, largest.Media, settings.Clock, cancellationToken).ConfigureAwait(false);
            largest.UseAddress(file.Uri.OriginalString, file.MimeType ?? largest.Media.MimeType, file.Expires);
        }
    }
}
