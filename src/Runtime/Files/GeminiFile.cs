namespace GeminiGen;

/// <summary>A file at the Files API, as it was when it was asked for.</summary>
public sealed class GeminiFile : IAsyncDisposable
{
    private readonly GeminiFiles _files;
    private bool _deletes;

    internal GeminiFile(GeminiFiles files, FileFields fields, bool deletesOnDispose)
    {
        _files = files;
        _deletes = deletesOnDispose;
        Name = fields.Name;
        Uri = new Uri(fields.Uri, UriKind.Absolute);
        MimeType = fields.MimeType;
        DisplayName = fields.DisplayName;
        Length = fields.Length;
        Created = fields.Created;
        Expires = fields.Expires;
        State = fields.State;
        Error = fields.Error;
    }

    /// <summary>The name, as in <c>files/abc-123</c>.</summary>
    public string Name { get; }

    /// <summary>The address prompts name it by.</summary>
    public Uri Uri { get; }

    /// <summary>The MIME type.</summary>
    public string? MimeType { get; }

    /// <summary>The name people see, or <see langword="null"/>.</summary>
    public string? DisplayName { get; }

    /// <summary>The size in bytes, or <see langword="null"/> when the API does not say.</summary>
    public long? Length { get; }

    /// <summary>When it was uploaded, or <see langword="null"/> when the API does not say.</summary>
    public DateTimeOffset? Created { get; }

    /// <summary>When the API deletes it, 48 hours after its upload; <see langword="null"/> when the API does not say.</summary>
    public DateTimeOffset? Expires { get; }

    /// <summary>How far the API is with it.</summary>
    public GeminiFileState State { get; }

    /// <summary>Why it could not be prepared, in the API's words, or <see langword="null"/>.</summary>
    public string? Error { get; }

    /// <summary>The file for a prompt. Any number of calls may use it, while it exists.</summary>
    /// <returns>Media that names the file.</returns>
    public Media ToMedia() => Media.FromUploaded(Uri, MimeType, Expires);

    /// <summary>Deletes the file at the API, if that was asked for at its upload.</summary>
    /// <returns>The task to await.</returns>
    /// <exception cref="GeminiException">It could not be deleted. One that is gone already is no error.</exception>
    public async ValueTask DisposeAsync()
    {
        if (!_deletes)
        {
            return;
        }

        _deletes = false;
        try
        {
            await _files.DeleteAsync(Name).ConfigureAwait(false);
        }
        catch (GeminiFileNotFoundException)
        {
            // Expired, or deleted by somebody else.
        }
    }
}
