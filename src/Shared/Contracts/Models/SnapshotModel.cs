namespace GeminiGen;

/// <summary>All that is written into a type that is the snapshot of an answer.</summary>
/// <param name="MetadataName">Its full metadata name, from which the file's name follows.</param>
/// <param name="Namespace">The namespace, escaped; empty for the global one.</param>
/// <param name="Containers">The headers of the partial types around it, outermost first.</param>
/// <param name="Header">The header of a further part of it.</param>
/// <param name="AnswerName">The answer's type, from <c>global::</c>.</param>
/// <param name="CompleteName">The property for the whole answer.</param>
/// <param name="Members">Its members.</param>
/// <param name="Inner">The types inside of it.</param>
internal sealed record SnapshotModel(
    string MetadataName,
    string Namespace,
    EquatableArray<string> Containers,
    string Header,
    string AnswerName,
    string CompleteName,
    EquatableArray<SnapshotMember> Members,
    EquatableArray<SnapshotType> Inner)
{
    /// <summary>Whether its members may hide those of another snapshot, from which it derives.</summary>
    public bool HidesOther { get; init; }

    /// <summary>The ids of what the compiler says where marked declarations are used.</summary>
    public EquatableArray<string> MarkedIds { get; init; }
}
