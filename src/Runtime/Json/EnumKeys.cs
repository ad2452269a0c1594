namespace GeminiGen;

/// <summary>Finds the members of an enum by their exact names.</summary>
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
}
