namespace GeminiGen.Emulator.Routing;

/// <summary>What the names in a route's path stand for in one request.</summary>
internal sealed class RouteValues
{
    private readonly List<(string Name, string Value)> _values = [];

    /// <summary>The value of a name; null where the path has none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string known, string value) in _values)
            {
                if (known == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    public void Add(string name, string value) => _values.Add((name, value));
}
