namespace GeminiGen;

/// <summary>A member of a snapshot.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="TypeName">Its type, which may be null, as C#.</param>
internal readonly record struct SnapshotMember(string Name, string TypeName);
