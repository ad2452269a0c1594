namespace GeminiGen.Emulator.Endpoints;

/// <summary>A path of the API: <c>/{version}/models[/{model}[:{method}]]</c>.</summary>
/// <param name="Version">v1beta or v1.</param>
/// <param name="Model">The model id; null for the list.</param>
/// <param name="Method">What follows the colon; null for a plain GET.</param>
internal readonly record struct ApiPath(string Version, string? Model, string? Method)
{
    public static ApiPath? Parse(string path)
    {
        string[] segments = path.Split('/');
        if (segments is not ["", "v1beta" or "v1", "models", ..])
        {
            return null;
        }

        string rest = string.Join('/', segments[3..]);
        if (rest.Length == 0)
        {
            return new ApiPath(segments[1], null, null);
        }

        int colon = rest.LastIndexOf(':');
        return colon < 0 ? new ApiPath(segments[1], rest, null) : new ApiPath(segments[1], rest[..colon], rest[(colon + 1)..]);
    }
}
