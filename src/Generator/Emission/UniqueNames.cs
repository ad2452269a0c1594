using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <summary>Gives names that nothing else in a scope has: a prompt's parameter may be called like a local of ours.</summary>
internal sealed class UniqueNames
{
    private static readonly string[] MembersOfObject =
    [
        nameof(Equals), "Finalize", nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString),
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The names of a type's members, of which it inherits some.</summary>
    public static UniqueNames ForMembers()
    {
        UniqueNames names = new();
        foreach (string name in MembersOfObject)
        {
            names.Reserve(name);
        }

        return names;
    }

    /// <summary>Whether every type inherits a member of the name.</summary>
    public static bool IsOfObject(string name) => Array.IndexOf(MembersOfObject, name) >= 0;

    /// <summary>Marks a name as taken.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary>The wanted name, with a number behind it when it is taken.</summary>
    public string Get(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
        {
            name = wanted + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
