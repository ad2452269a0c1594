namespace GeminiGen;

/// <summary>Finds the members of an enum by their exact names, and the names by the members.</summary>
internal sealed class EnumKeys<T>((string Name, T Value)[] keys)
    where T : struct, Enum
{
    internal (bool IsKnown, T Value) Find(string name)
    {
        foreach ((string known, T value) in keys)
        {
            if (known == name)
            {
                return (true, value);
            }
        }

        return default;
    }

    /// <summary>The name of a value; the number of one that has none.</summary>
    internal string Name(T value)
    {
        foreach ((string name, T known) in keys)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                return name;
            }
        }

        return value.ToString("D");
    }
}
