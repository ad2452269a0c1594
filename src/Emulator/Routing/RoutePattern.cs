namespace GeminiGen.Emulator.Routing;

/// <summary>
/// A path with names in it: <c>/{version=v1|v1beta}/models/{model}:countTokens</c>. <c>{name}</c> stands for one segment, <c>{name=a|b}</c> for one of those,
/// <c>{name*}</c>, at the end only, for all that is left. What follows a colon at the end is the verb.
/// </summary>
internal sealed class RoutePattern
{
    private readonly RouteSegment[] _segments;
    private readonly string? _verb;

    public RoutePattern(string pattern)
    {
        (string[] segments, _verb) = Split(pattern);
        _segments = [.. segments.Select(RouteSegment.Parse)];
    }

    /// <summary>Cuts a path into its segments and its verb.</summary>
    public static (string[] Segments, string? Verb) Split(string path)
    {
        int colon = path.LastIndexOf(':');
        string? verb = colon > path.LastIndexOf('/') ? path[(colon + 1)..] : null;
        return ((verb is null ? path : path[..colon]).Split('/'), verb);
    }

    /// <summary>What the names stand for in a path; null where the path is another one.</summary>
    public RouteValues? Match(string[] segments, string? verb)
    {
        bool takesRest = _segments[^1].TakesRest;
        if (verb != _verb || (takesRest ? segments.Length < _segments.Length : segments.Length != _segments.Length))
        {
            return null;
        }

        // Most routes differ in a fixed segment, so that is asked before anything is kept.
        for (int index = 0; index < _segments.Length; index++)
        {
            if (!_segments[index].Takes(segments[index]))
            {
                return null;
            }
        }

        var values = new RouteValues();
        for (int index = 0; index < _segments.Length; index++)
        {
            if (_segments[index].Name is { } name)
            {
                values.Add(name, _segments[index].TakesRest ? string.Join('/', segments[index..]) : segments[index]);
            }
        }

        return values;
    }
}
