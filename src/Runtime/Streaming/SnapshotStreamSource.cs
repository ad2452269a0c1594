using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>A stream of snapshots of one answer.</summary>
/// <param name="request">The written request.</param>
/// <param name="reading">How snapshots and the whole answer are read.</param>
/// <param name="cancellationToken">The token given to the method.</param>
/// <typeparam name="TSnapshot">The snapshots' type.</typeparam>
/// <typeparam name="T">The answer's type.</typeparam>
internal sealed class SnapshotStreamSource<TSnapshot, T>(PromptRequest request, SnapshotReading<TSnapshot, T> reading, CancellationToken cancellationToken)
    : PromptStreamSource<TSnapshot>
    where TSnapshot : class
{
    private readonly CancellationToken _methodToken = cancellationToken;

    internal override IAsyncEnumerator<TSnapshot> EnumerateAsync(CancellationToken cancellationToken)
        => new SnapshotStreamEnumerator<TSnapshot, T>(this, request, reading, _methodToken, cancellationToken);
}
