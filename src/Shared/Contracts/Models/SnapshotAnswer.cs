namespace GeminiGen;

/// <summary>How snapshots of an answer are streamed.</summary>
/// <param name="Type">The index of the snapshot's type.</param>
/// <param name="CompleteName">Its property for the whole answer.</param>
internal sealed record SnapshotAnswer(int Type, string CompleteName);
