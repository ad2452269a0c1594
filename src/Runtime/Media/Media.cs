using System.Globalization;

namespace GeminiGen;

/// <summary>
/// A picture, sound, video, PDF document or text file for a prompt: <c>[Prompt("What is in this picture? {photo}")]</c> with a parameter
/// <c>Media photo</c>. Small media travels inside the request, larger is uploaded first. Thread-safe; one instance serves any number of calls.
/// </summary>
/// <remarks>
/// What media is, is found by its content and never by its name. Limits of the API are checked before anything is sent. Only media from a stream
/// that cannot seek keeps anything of its own (a temporary file, for more than 1 MiB): <see cref="Dispose"/> frees it at once, the garbage collector later.
/// </remarks>
public sealed class Media : IDisposable, IAsyncDisposable
{
    private readonly string? _mimeType;

    private Media(MediaSource? source, Uri? uri, string? mimeType)
    {
        Source = source;
        Uri = uri;
        _mimeType = mimeType;
    }

    private Media(Media other)
        : this(other.Source, other.Uri, other._mimeType)
    {
        Resolution = other.Resolution;
        Expires = other.Expires;
        Clip = other.Clip;
        Upload = other.Upload;
    }

    /// <summary>
    /// The MIME type, as in <c>image/png</c>: the one given, or what the content says. <see langword="null"/> for a YouTube video, and for a
    /// stream that cannot seek until its first call has read it.
    /// </summary>
    public string? MimeType => _mimeType ?? Source?.DetectedType;

    /// <summary>The size in bytes; <see langword="null"/> for addresses, and for a stream that cannot seek until its first call has read it.</summary>
    public long? Length => Source?.Length;

    /// <summary>The address, for media that is at one already; otherwise <see langword="null"/>.</summary>
    public Uri? Uri { get; }

    /// <summary>How closely the model looks; <see langword="null"/> for the model's own choice.</summary>
    public MediaResolution? Resolution { get; private init; }

    internal MediaSource? Source { get; }

    /// <summary>When the API deletes the file at <see cref="Uri"/>; <see langword="null"/> when it is none of the Files API, or not known.</summary>
    internal DateTimeOffset? Expires { get; private init; }

    internal VideoClip? Clip { get; private init; }

    /// <summary>How it is uploaded when a request is too small for it; <see langword="null"/> for the defaults.</summary>
    internal GeminiUploadOptions? Upload { get; private init; }

    internal MediaKind Kind => MimeType is null && MediaAddress.IsYouTube(Uri) ? MediaKind.Video : MediaTypes.KindOf(MimeType);

    /// <summary>Media from memory.</summary>
    /// <param name="bytes">The bytes. They are not copied: leave them as they are until the last call has ended.</param>
    /// <param name="mimeType">The MIME type where the content does not tell, as in <c>audio/l16</c>; <see langword="null"/> to find it by content.</param>
    /// <returns>The media.</returns>
    /// <exception cref="GeminiMediaEmptyException">There are no bytes.</exception>
    /// <exception cref="GeminiMediaTypeException">The type is unknown, or the API does not take it.</exception>
    /// <exception cref="ArgumentException"><paramref name="mimeType"/> is no MIME type.</exception>
    public static Media FromBytes(ReadOnlyMemory<byte> bytes, string? mimeType = null) => Create(new BytesSource(bytes), mimeType);

    /// <summary>Media from a stream, which stays the caller's to dispose.</summary>
    /// <param name="stream">
    /// The stream, from where it stands. One that can seek is read anew for every attempt and must stay open until the last call has ended. One
    /// that cannot is read once, by the first call, into memory (up to 1 MiB) or a temporary file.
    /// </param>
    /// <param name="mimeType">The MIME type where the content does not tell; <see langword="null"/> to find it by content.</param>
    /// <returns>The media. For a stream that cannot seek, empty and unknown content is found by the first call.</returns>
    /// <exception cref="GeminiMediaEmptyException">There are no bytes.</exception>
    /// <exception cref="GeminiMediaTypeException">The type is unknown, or the API does not take it.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read, or <paramref name="mimeType"/> is no MIME type.</exception>
    public static Media FromStream(Stream stream, string? mimeType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: it is for writing only, or closed.", nameof(stream));
        }

        return Create(stream.CanSeek ? new SeekableStreamSource(stream) : new SpooledStreamSource(stream), mimeType);
    }

    /// <summary>Media from a file. Its first 4 KiB are read now, all of it when it is sent.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="mimeType">The MIME type where the content does not tell; <see langword="null"/> to find it by content.</param>
    /// <returns>The media.</returns>
    /// <exception cref="GeminiMediaNotFoundException">There is no such file.</exception>
    /// <exception cref="GeminiMediaEmptyException">The file is empty.</exception>
    /// <exception cref="GeminiMediaTypeException">The type is unknown, or the API does not take it.</exception>
    /// <exception cref="GeminiMediaException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or <paramref name="mimeType"/> is no MIME type.</exception>
    public static Media FromFile(string path, string? mimeType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Create(new FileSource(path), mimeType);
    }

    /// <summary>Media from a file. Its first 4 KiB are read now, all of it when it is sent.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The media.</returns>
    /// <exception cref="GeminiMediaNotFoundException">There is no such file.</exception>
    /// <exception cref="GeminiMediaEmptyException">The file is empty.</exception>
    /// <exception cref="GeminiMediaTypeException">The type is unknown, or the API does not take it.</exception>
    /// <exception cref="GeminiMediaException">The file cannot be read.</exception>
    public static Media FromFile(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return FromFile(file.FullName);
    }

    /// <summary>Media the API fetches itself: a public YouTube video, an https address (100 MB at most, not for 2.0 models), or <c>gs://</c> on Google Cloud.</summary>
    /// <param name="uri">The address. A <c>file:</c> address is read like a path.</param>
    /// <param name="mimeType">The MIME type of what is there, which only you know; <see langword="null"/> is enough for YouTube and <c>file:</c>.</param>
    /// <returns>The media.</returns>
    /// <exception cref="GeminiMediaTypeException"><paramref name="mimeType"/> is missing.</exception>
    /// <exception cref="ArgumentException">The address is of another kind, or carries a key, or <paramref name="mimeType"/> is no MIME type.</exception>
    public static Media FromUri(Uri uri, string? mimeType = null)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (uri is { IsAbsoluteUri: true, IsFile: true })
        {
            return FromFile(uri.LocalPath, mimeType);
        }

        if (MediaAddress.Fault(uri) is { } fault)
        {
            throw new ArgumentException(fault, nameof(uri));
        }

        return mimeType is null && !MediaAddress.IsYouTube(uri)
            ? throw new GeminiMediaTypeException("The type of media at an address is not known here, and a name does not tell it. Give it: Media.FromUri(uri, \"application/pdf\").")
            : new Media(null, uri, mimeType is null ? null : MediaTypes.Normalize(mimeType));
    }

    /// <summary>A file of the Files API, at whatever address it has.</summary>
    internal static Media FromUploaded(Uri uri, string? mimeType, DateTimeOffset? expires) => new(null, uri, mimeType) { Expires = expires };

    /// <summary>The same media, looked at more or less closely. Taken by Gemini 3 and later.</summary>
    /// <param name="resolution">How closely; <see langword="null"/> for the model's own choice.</param>
    /// <returns>Media that shares its source with this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="resolution"/> is none.</exception>
    public Media WithResolution(MediaResolution? resolution)
        => resolution is < MediaResolution.Low or > MediaResolution.UltraHigh
            ? throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "There are Low, Medium, High and UltraHigh.")
            : new Media(this) { Resolution = resolution };

    /// <summary>A part of the same video.</summary>
    /// <param name="start">Where it begins; <see langword="null"/> for the video's beginning.</param>
    /// <param name="end">Where it ends, after <paramref name="start"/>; <see langword="null"/> for the video's end.</param>
    /// <param name="framesPerSecond">Frames looked at in a second, more than 0 and at most 24; <see langword="null"/> for the API's own 1.</param>
    /// <returns>Media that shares its source with this one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its bounds.</exception>
    /// <exception cref="InvalidOperationException">This is no video.</exception>
    public Media WithClip(TimeSpan? start = null, TimeSpan? end = null, double? framesPerSecond = null)
    {
        if (start < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, "A video begins at 0.");
        }

        if (end <= (start ?? TimeSpan.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "The end must come after the start.");
        }

        if (framesPerSecond is { } frames && !(frames > 0 && frames <= MediaLimits.FramesPerSecond))
        {
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "Frames per second must be more than 0 and at most 24.");
        }

        bool mayBeVideo = Kind == MediaKind.Video || MimeType is null;
        return mayBeVideo
            ? new Media(this) { Clip = new VideoClip(start, end, framesPerSecond) }
            : throw new InvalidOperationException($"{MimeType} has no clip; only a video has.");
    }

    /// <summary>
    /// The same media, with a say in its upload should a request be too small for it: a name, progress, and whether <see cref="DisposeAsync"/> deletes the file
    /// at the API. Media that travels inside its requests is not uploaded, so nothing is told of it.
    /// </summary>
    /// <param name="options">How it is uploaded; <see langword="null"/> for the defaults.</param>
    /// <returns>Media that shares its source with this one. Who uploads first decides: one file serves all that share a source.</returns>
    /// <exception cref="ArgumentException">The display name is too long.</exception>
    /// <exception cref="InvalidOperationException">This is media at an address, which is not uploaded.</exception>
    public Media WithUpload(GeminiUploadOptions? options)
    {
        options?.ThrowIfUnusable(nameof(options));
        return Source is null
            ? throw new InvalidOperationException("Media at an address is not uploaded: it is there already.")
            : new Media(this) { Upload = options };
    }

    /// <summary>
    /// Frees the temporary file of media from a stream that cannot seek; other media keeps nothing. What was uploaded stays at the API (see
    /// <see cref="DisposeAsync"/>). No call may use it any more.
    /// </summary>
    public void Dispose() => Source?.Dispose();

    /// <summary>As <see cref="Dispose"/>, and deletes what was uploaded for a request if <see cref="GeminiUploadOptions.DeleteOnDispose"/> asks for it.</summary>
    /// <returns>The task to await.</returns>
    /// <exception cref="GeminiException">It could not be deleted. One that is gone already is no error.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Source is not null)
            {
                await Source.Upload.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>What it is, as a text rendering of a prompt shows it: <c>[image/png, 12,345 bytes]</c>.</summary>
    /// <returns>Type and size, or address.</returns>
    public override string ToString()
    {
        string type = MimeType ?? (Kind == MediaKind.Video ? "video" : "media");
        return Uri is not null ? $"[{type}, {MediaAddress.WithoutQuery(Uri)}]"
            : Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"[{type}, {length:N0} bytes]")
            : $"[{type}]";
    }

    /// <summary>Makes sure that there is something, and that its type is known and one the API takes.</summary>
    internal void ThrowIfUnusable()
    {
        if (Length == 0)
        {
            throw new GeminiMediaEmptyException($"There is nothing to send: {Source!.Description} has 0 bytes.");
        }

        if (_mimeType is not null || Source is null)
        {
            return;
        }

        if (MimeType is not { } type)
        {
            throw new GeminiMediaTypeException(
                $"The type of {Source.Description} is not known: its content is no picture, sound, video, PDF or UTF-8 text. If the API takes it, name its type: Media.From…(…, mimeType: \"text/plain\").");
        }

        if (!MediaTypes.IsSupported(type))
        {
            throw new GeminiMediaTypeException(
                $"The API does not take {type}, the type of {Source.Description}. {Cure(type)} If you know better, name the type: Media.From…(…, mimeType: \"{type}\").")
            { MimeType = type };
        }
    }

    private static Media Create(MediaSource source, string? mimeType)
    {
        Media media = new(source, null, mimeType is null ? null : MediaTypes.Normalize(mimeType));
        if (source.Length is not null)
        {
            media.ThrowIfUnusable();
        }

        return media;
    }

    private static string Cure(string type) => MediaTypes.KindOf(type) switch
    {
        MediaKind.Image => "Convert it to PNG, JPEG or WebP.",
        MediaKind.Video => "Convert it to MP4 or WebM.",
        MediaKind.Audio => "Convert it to MP3 or WAV.",
        _ => "Office documents and archives have to become PDF or text first.",
    };
}
