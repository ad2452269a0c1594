using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>How snapshots and the whole answer are read.</summary>
/// <param name="Snapshot">How a snapshot is read; everything in it may be missing.</param>
/// <param name="Whole">How the whole answer is read.</param>
/// <param name="Complete">Gives the whole answer to the last snapshot.</param>
/// <typeparam name="TSnapshot">The snapshots' type.</typeparam>
/// <typeparam name="T">The answer's type.</typeparam>
internal sealed record SnapshotReading<TSnapshot, T>(JsonTypeInfo<TSnapshot> Snapshot, JsonTypeInfo<T> Whole, Action<TSnapshot, T> Complete)
    where TSnapshot : class;
