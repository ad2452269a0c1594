namespace GeminiGen;

/// <summary>Reads the bytes of a <see cref="MediaSource"/> from any offset.</summary>
/// <param name="description">The source as messages name it.</param>
internal abstract class MediaReader(string description) : IDisposable
{
    /// <summary>Fills the buffer from an offset.</summary>
    /// <exception cref="GeminiMediaException">The source ends before, or cannot be read.</exception>
    internal async ValueTask FillAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            int read;
            try
            {
                read = await ReadAsync(offset + filled, buffer[filled..], cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
            {
                // Not to be taken for a broken connection, which would be tried again.
                throw new GeminiMediaException($"Reading {description} failed: {exception.Message}", exception);
            }

            if (read == 0)
            {
                throw new GeminiMediaException($"{Capitalized} became shorter while it was being sent. Send it again once nobody writes it.");
            }

            filled += read;
        }
    }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    private protected abstract ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken);

    private string Capitalized => char.ToUpperInvariant(description[0]) + description[1..];
}
