using Microsoft.Win32.SafeHandles;

namespace GeminiGen;

/// <summary>Reads an open file and closes it in the end.</summary>
/// <param name="file">The file.</param>
/// <param name="description">The source as messages name it.</param>
internal sealed class FileReader(SafeFileHandle file, string description) : MediaReader(description)
{
    /// <inheritdoc/>
    public override void Dispose()
    {
        file.Dispose();
        base.Dispose();
    }

    private protected override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        => RandomAccess.ReadAsync(file, buffer, offset, cancellationToken);
}
