namespace GeminiGen;

/// <summary>A type inside of a snapshot, for an object inside of the answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Its members.</param>
internal sealed record SnapshotType(string Name, EquatableArray<SnapshotMember> Members);
