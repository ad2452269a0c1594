namespace GeminiGen;

/// <summary>A snapshot's type while it is read: the names of the types inside of it, in the order in which they are met.</summary>
/// <param name="typeName">The snapshot from <c>global::</c>.</param>
/// <param name="taken">The names the snapshot has already.</param>
/// <param name="complete">The index of the type it is a snapshot of.</param>
/// <param name="answer">That type.</param>
internal sealed class SnapshotMirror(string typeName, HashSet<string> taken, int complete, ObjectAnswer answer)
{
    private static readonly char[] NameEnds = ['.', ':', '@'];

    private readonly HashSet<string> _taken = CreateTaken(taken, answer);
    private readonly Dictionary<string, string> _typeNames = new(StringComparer.Ordinal) { [answer.TypeName] = typeName };
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <summary>The index of the snapshot.</summary>
    public int Root { get; set; }

    /// <summary>The index of the type it is a snapshot of.</summary>
    public int Complete { get; } = complete;

    /// <summary>The property for the whole answer; no member of the answer has its name.</summary>
    public string CompleteName { get; } = FindCompleteName(taken, answer);

    /// <summary>The last part of a full name.</summary>
    public static string GetOwnName(string typeName) => typeName.Substring(typeName.LastIndexOfAny(NameEnds) + 1);

    /// <summary>The name of the type that mirrors an object.</summary>
    public string GetTypeName(ObjectAnswer type)
    {
        if (_typeNames.TryGetValue(type.TypeName, out string? known))
        {
            return known;
        }

        string nested = type.Name + "Snapshot";
        while (HasMember(type, nested) || !_taken.Add(nested))
        {
            nested += "_";
        }

        known = typeName + "." + nested;
        _typeNames.Add(type.TypeName, known);
        return known;
    }

    /// <summary>The index of a mirroring type that has been read.</summary>
    public bool TryGet(string mirrorName, out int index) => _indexes.TryGetValue(mirrorName, out index);

    /// <summary>Notes a mirroring type.</summary>
    public void Add(string mirrorName, int index) => _indexes.Add(mirrorName, index);

    private static string FindCompleteName(HashSet<string> names, ObjectAnswer answer)
    {
        string found = "Complete";
        while (HasMember(answer, found) || names.Contains(found))
        {
            found += "Answer";
        }

        return found;
    }

    private static HashSet<string> CreateTaken(HashSet<string> names, ObjectAnswer answer)
    {
        HashSet<string> taken = new(names, StringComparer.Ordinal) { FindCompleteName(names, answer) };
        foreach (AnswerMember member in answer.Members)
        {
            taken.Add(member.Name);
        }

        return taken;
    }

    private static bool HasMember(ObjectAnswer type, string name)
    {
        foreach (AnswerMember member in type.Members)
        {
            if (member.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
