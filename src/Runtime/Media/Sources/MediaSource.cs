namespace GeminiGen;

/// <summary>Where media's bytes come from. Read again for every attempt, in chunks, by several calls at once.</summary>
internal abstract class MediaSource : IDisposable
{
    /// <summary>What the source was uploaded as.</summary>
    internal UploadSlot Upload { get; } = new();

    /// <summary>The source as messages name it, in the middle of a sentence.</summary>
    internal abstract string Description { get; }

    /// <summary>The file's name without its folder, or <see langword="null"/>.</summary>
    internal virtual string? FileName => null;

    /// <summary>How many bytes there are; <see langword="null"/> before <see cref="LoadAsync"/> for a source that does not know.</summary>
    internal abstract long? Length { get; }

    /// <summary>The MIME type by content; <see langword="null"/> before <see cref="LoadAsync"/> for a source that does not know, or when the bytes are nothing known.</summary>
    internal abstract string? DetectedType { get; }

    /// <summary>Makes length and type known, and the bytes readable from any offset. Does its work once.</summary>
    internal virtual ValueTask LoadAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Starts reading.</summary>
    /// <exception cref="GeminiMediaException">The bytes are gone or have changed.</exception>
    internal abstract MediaReader OpenReader();

    /// <summary>Frees what the source keeps for itself.</summary>
    public virtual void Dispose() => Upload.Dispose();
}
