namespace GeminiGen;

/// <summary>How a file is uploaded, by <see cref="GeminiFiles.UploadAsync"/> or, given to <see cref="Media.WithUpload"/>, for a request that it is too large for.</summary>
public sealed class GeminiUploadOptions
{
    private const int MaxDisplayName = 512;

    /// <summary>The name people see, at most 512 characters; none unless set.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Is told the bytes that have arrived, after each chunk of 8 MiB; the last report is the whole length.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>
    /// Whether <see cref="GeminiFile.DisposeAsync"/>, or <see cref="Media.DisposeAsync"/> of media that was uploaded for a request, deletes it at the API.
    /// Otherwise it stays until it expires, after 48 hours.
    /// </summary>
    public bool DeleteOnDispose { get; init; }

    /// <summary>Makes sure that the API takes them.</summary>
    /// <exception cref="ArgumentException">The display name is too long.</exception>
    internal void ThrowIfUnusable(string parameter)
    {
        if (DisplayName?.Length > MaxDisplayName)
        {
            throw new ArgumentException("A display name has at most 512 characters.", parameter);
        }
    }
}
