using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Uploads files to the API, where prompts name them for 48 hours: for media too large for a request, or used by many. Thread-safe. Every call has
/// the retries and the attempt limit of <see cref="GeminiOptions"/>; the key travels in a header only.
/// </summary>
public sealed class GeminiFiles
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly ClientSettings _settings;
    private readonly IGeminiTransport _transport;
    private readonly FileCalls _calls;

    internal GeminiFiles(ClientSettings settings, IGeminiTransport transport)
    {
        _settings = settings;
        _transport = transport;
        _calls = new FileCalls(settings, transport);
    }

    /// <summary>Uploads media in chunks of 8 MiB and waits until the API has prepared it.</summary>
    /// <param name="media">The media: bytes, a stream or a file; at most 2 GB, a PDF 50 MB.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The file, ready for prompts.</returns>
    /// <exception cref="GeminiMediaException">The media is empty, unknown, too large or gone, or the API could not prepare it. Limits are checked before anything is sent.</exception>
    /// <exception cref="GeminiTimeoutException">It was not prepared within <see cref="GeminiMediaOptions.ProcessingTimeout"/>.</exception>
    /// <exception cref="GeminiException">The upload failed.</exception>
    /// <exception cref="ArgumentException"><paramref name="media"/> is at an address already, or the display name is too long.</exception>
    public async Task<GeminiFile> UploadAsync(Media media, GeminiUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(media);
        if (media.Source is null)
        {
            throw new ArgumentException("Media at an address cannot be uploaded: it is there already.", nameof(media));
        }

        options?.ThrowIfUnusable(nameof(options));
        await media.Source.LoadAsync(cancellationToken).ConfigureAwait(false);
        media.ThrowIfUnusable();
        MediaRules.CheckSize(media);
        ResumableUpload upload = new(_calls, _transport.GetFileEndpoint());
        FileReply reply = await upload.RunAsync(media, options?.DisplayName, options?.Progress, cancellationToken).ConfigureAwait(false);
        FileFields file = Read(reply, wrapped: true);
        file = await WaitAsync(file, cancellationToken).ConfigureAwait(false);
        return new GeminiFile(this, file, options?.DeleteOnDispose == true);
    }

    /// <summary>Asks for a file.</summary>
    /// <param name="name">The name, with or without <c>files/</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The file as it is now.</returns>
    /// <exception cref="GeminiFileNotFoundException">There is none.</exception>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no file's name.</exception>
    public async Task<GeminiFile> GetAsync(string name, CancellationToken cancellationToken = default)
        => new(this, await ReadFileAsync(Address(name), cancellationToken).ConfigureAwait(false), deletesOnDispose: false);

    /// <summary>Goes through all files of the key's project.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The files, fetched page by page.</returns>
    /// <exception cref="GeminiException">A call failed.</exception>
    public async IAsyncEnumerable<GeminiFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? page = null;
        do
        {
            Uri address = new(_transport.GetFileEndpoint().Files.AbsoluteUri + "?pageSize=100" + (page is null ? "" : "&pageToken=" + Uri.EscapeDataString(page)));
            FileReply reply = await _calls.SendAsync(nameof(ListAsync), () => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken).ConfigureAwait(false);
            using JsonDocument json = Parse(reply);
            page = ApiErrorReader.Text(json.RootElement, "nextPageToken");
            if (json.RootElement.TryGetProperty("files", out JsonElement files) && files.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement file in files.EnumerateArray())
                {
                    if (FileFields.Read(file) is { } fields)
                    {
                        yield return new GeminiFile(this, fields, deletesOnDispose: false);
                    }
                }
            }
        }
        while (!string.IsNullOrEmpty(page));
    }

    /// <summary>Deletes a file.</summary>
    /// <param name="name">The name, with or without <c>files/</c>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The task to await.</returns>
    /// <exception cref="GeminiFileNotFoundException">There is none.</exception>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no file's name.</exception>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        Uri address = Address(name);
        return _calls.SendAsync(nameof(DeleteAsync), () => new HttpRequestMessage(HttpMethod.Delete, address), cancellationToken);
    }

    // Short waits first, because pictures and documents are ready at once.
    private async Task<FileFields> WaitAsync(FileFields file, CancellationToken cancellationToken)
    {
        long started = _settings.Clock.GetTimestamp();
        for (TimeSpan wait = FirstWait; file.State == GeminiFileState.Processing; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            TimeSpan limit = _settings.ProcessingTimeout;
            if (limit != Timeout.InfiniteTimeSpan && _settings.Clock.GetElapsedTime(started) + wait > limit)
            {
                throw new GeminiTimeoutException(
                    FormattableString.Invariant($"The API did not prepare {file.Name} within {limit.TotalSeconds:0.###} s, the limit set by GeminiOptions.Media.ProcessingTimeout. Raise it for long videos, or ask for the file later with GeminiFiles.GetAsync."))
                { Limit = GeminiTimeLimit.FileProcessing, Setting = "GeminiOptions.Media.ProcessingTimeout", Duration = limit };
            }

            await Task.Delay(wait, _settings.Clock, cancellationToken).ConfigureAwait(false);
            file = await ReadFileAsync(Address(file.Name), cancellationToken).ConfigureAwait(false);
        }

        return file.State == GeminiFileState.Failed
            ? throw new GeminiFileFailedException($"The API could not prepare {file.Name} ({file.MimeType}): {file.Error ?? "it does not say why."} Check that the content is whole and of that type.") { Name = file.Name }
            : file;
    }

    private async Task<FileFields> ReadFileAsync(Uri address, CancellationToken cancellationToken)
        => Read(await _calls.SendAsync(nameof(GetAsync), () => new HttpRequestMessage(HttpMethod.Get, address), cancellationToken).ConfigureAwait(false), wrapped: false);

    private Uri Address(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string id = name.StartsWith("files/", StringComparison.Ordinal) ? name["files/".Length..] : name;
        bool isId = id.Length is > 0 and <= 40 && id.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return isId
            ? new Uri(_transport.GetFileEndpoint().Files.AbsoluteUri + "/" + id)
            : throw new ArgumentException($"\"{name}\" is no file's name; one looks like files/abc-123, of at most 40 lower-case letters, digits and hyphens.", nameof(name));
    }

    private static FileFields Read(FileReply reply, bool wrapped)
    {
        using JsonDocument json = Parse(reply);
        JsonElement file = json.RootElement;
        if (wrapped && file.ValueKind == JsonValueKind.Object && file.TryGetProperty("file", out JsonElement inner))
        {
            file = inner;
        }

        return FileFields.Read(file) ?? throw NoFile(null);
    }

    private static JsonDocument Parse(FileReply reply)
    {
        try
        {
            return JsonDocument.Parse(reply.Body);
        }
        catch (JsonException exception)
        {
            throw NoFile(exception);
        }
    }

    private static GeminiServerException NoFile(Exception? cause)
        => new("What the Files API answered describes no file. Something between here and the API answers in its place: check GeminiOptions.BaseAddress and the proxy.", cause);
}
