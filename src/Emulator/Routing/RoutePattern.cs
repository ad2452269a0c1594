namespace GeminiGen.Emulator.Routing;

/// <summary>
/// A path with names in it: <c>/{version=v1|v1beta}/models/{model}:countTokens</c>. <c>{name}</c> stands for one segment, <c>{name=a|b}</c> for one of those,
/// <c>{name*}</c>, at the end only, for all that is left. What follows a colon at the end is the verb.
/// </summary>
internal sealed class RoutePattern
{
    private readonly string[] _segments;
    private readonly string? _verb;

    public RoutePattern(string pattern) => (_segments, _verb) = Split(pattern);

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
        bool takesRest = _segments[^1].EndsWith("*}", StringComparison.Ordinal);
        if (verb != _verb || (takesRest ? segments.Length < _segments.Length : segments.Length != _segments.Length))
        {
            return null;
        }

        var values = new RouteValues();
        for (int index = 0; index < _segments.Length; index++)
        {
            bool isRest = takesRest && index == _segments.Length - 1;
            if (!Take(_segments[index], isRest ? string.Join('/', segments[index..]) : segments[index], values))
            {
                return null;
            }
        }

        return values;
    }

    private static bool Take(string expected, string found, RouteValues values)
    {
        if (!expected.StartsWith('{'))
        {
            return expected == found;
        }

        string[] parts = expected.Trim('{', '}').Split('=');
        if (found.Length == 0 || (parts is [_, var choices] && !choices.Split('|').Contains(found)))
        {
            return false;
        }

        values.Add(parts[0].TrimEnd('*'), found);
        return true;
    }
}
