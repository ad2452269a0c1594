namespace GeminiGen.Emulator.Models;

/// <summary>A model as a request names it.</summary>
/// <param name="Id">The id, without <c>models/</c>.</param>
/// <param name="Version">The version of the API.</param>
internal readonly record struct ModelAddress(string Id, string Version)
{
    private const string Prefix = "models/";

    /// <summary>What stands before <c>publishers/</c> on Google Cloud; null in the Gemini API.</summary>
    public string? CloudParent { get; init; }

    /// <summary>Whether the request came by Google Cloud's path.</summary>
    public bool IsCloud => CloudParent is not null;

    /// <summary>An id as it is often pasted, with <c>models/</c> before it once or twice, without that.</summary>
    public static string WithoutPrefix(string id)
    {
        while (id.StartsWith(Prefix, StringComparison.Ordinal))
        {
            id = id[Prefix.Length..];
        }

        return id;
    }
}
