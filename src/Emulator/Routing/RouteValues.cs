namespace GeminiGen.Emulator.Routing;

/// <summary>What the names in a route's path stand for in one request.</summary>
internal sealed class RouteValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The value of a name; null where the path has none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public void Add(string name, string value) => _values.Add(name, value);
}
