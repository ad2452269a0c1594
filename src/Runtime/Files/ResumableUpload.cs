using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Uploads one file by Google's resumable protocol: start, chunks of 8 MiB, finalize. After a failure the API is asked how much has arrived, and the
/// upload goes on from there.
/// </summary>
/// <param name="calls">Sends.</param>
/// <param name="endpoint">Where uploads start.</param>
internal sealed class ResumableUpload(FileCalls calls, FileEndpoint endpoint)
{
    /// <summary>The size of all chunks but the last: 8 MiB, as Google's own clients have it.</summary>
    internal const int ChunkSize = 8 * 1024 * 1024;

    private const string Operation = nameof(GeminiFiles.UploadAsync);

    /// <summary>Uploads, and gives the answer to the last chunk.</summary>
    internal async Task<FileReply> RunAsync(Media media, string? displayName, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long length = media.Length!.Value;
        FileReply start = await calls.SendAsync(Operation, () => Start(media, displayName), cancellationToken).ConfigureAwait(false);
        if (!Uri.TryCreate(start.UploadUrl, UriKind.Absolute, out Uri? address))
        {
            throw new GeminiServerException("The Files API accepted an upload without saying where to send it. Something between here and the API answers in its place: check GeminiOptions.BaseAddress and the proxy.");
        }

        using MediaReader reader = media.Source!.OpenReader();
        long offset = 0;
        FailedAttempts failed = new();
        while (true)
        {
            try
            {
                long count = Math.Min(ChunkSize, length - offset);
                bool isLast = offset + count == length;
                FileReply reply = await calls.SendOnceAsync(Operation, Chunk(address, reader, offset, count, isLast), cancellationToken).ConfigureAwait(false);
                offset += count;
                failed.Clear();
                progress?.Report(offset);
                if (isLast)
                {
                    return reply;
                }
            }
            catch (GeminiException error)
            {
                failed.Add(error);
                if (!calls.MayTryAgain(failed))
                {
                    throw;
                }

                await calls.WaitAsync(error, failed.Count, cancellationToken).ConfigureAwait(false);
                FileReply state = await calls.SendAsync(Operation, () => Query(address), cancellationToken).ConfigureAwait(false);
                if (state.UploadStatus == "final" && state.Body.Length > 2)
                {
                    // It had arrived; only the answer was lost.
                    progress?.Report(length);
                    return state;
                }

                // An offset that makes no sense would send bytes twice or leave some out.
                offset = state.Received is { } received && received >= 0 && received < length ? received : throw Lost(error);
            }
        }
    }

    private HttpRequestMessage Start(Media media, string? displayName)
    {
        string name = displayName is null ? "" : "\"displayName\":\"" + JsonEncodedText.Encode(displayName, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
        HttpRequestMessage message = new(HttpMethod.Post, endpoint.Upload)
        {
            Content = new StringContent("{\"file\":{" + name + "}}", System.Text.Encoding.UTF8, "application/json"),
        };
        Add(message, "X-Goog-Upload-Protocol", "resumable");
        Add(message, "X-Goog-Upload-Command", "start");
        Add(message, "X-Goog-Upload-Header-Content-Length", media.Length!.Value.ToString(CultureInfo.InvariantCulture));
        Add(message, "X-Goog-Upload-Header-Content-Type", media.MimeType!);
        return message;
    }

    private static HttpRequestMessage Chunk(Uri address, MediaReader reader, long offset, long count, bool isLast)
    {
        HttpRequestMessage message = new(HttpMethod.Post, address) { Content = new ChunkContent(reader, offset, count) };
        Add(message, "X-Goog-Upload-Command", isLast ? "upload, finalize" : "upload");
        Add(message, "X-Goog-Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        return message;
    }

    private static HttpRequestMessage Query(Uri address)
    {
        HttpRequestMessage message = new(HttpMethod.Post, address) { Content = new ByteArrayContent([]) };
        Add(message, "X-Goog-Upload-Command", "query");
        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string value) => message.Headers.TryAddWithoutValidation(name, value);

    private static GeminiServerException Lost(GeminiException cause)
        => new("An upload broke off, and the Files API does not say how much has arrived. Upload the file again.", cause);
}
