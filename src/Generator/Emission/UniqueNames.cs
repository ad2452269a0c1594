using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <summary>Gives names that nothing else in a scope has: a prompt's parameter may be called like a local of ours.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

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
