namespace GeminiGen;

/// <summary>How a file is uploaded.</summary>
public sealed class GeminiUploadOptions
{
    /// <summary>The name people see, at most 512 characters; none unless set.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Is told the bytes that have arrived, after each chunk of 8 MiB; the last report is the whole length.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Whether disposing the <see cref="GeminiFile"/> deletes it at the API. Otherwise it stays until it expires, after 48 hours.</summary>
    public bool DeleteOnDispose { get; init; }
}
