using System.Buffers;

namespace GeminiGen;

/// <summary>Model ids as users write them, and as the API's paths have them.</summary>
internal static class ModelName
{
    private const string ModelsPrefix = "models/";
    private const string TunedPrefix = "tunedModels/";

    // What ids are made of; anything else (a space, a question mark, a second slash) would change the request's address.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_@");

    /// <summary>The id without the <c>models/</c> that is often pasted with it, once or more.</summary>
    internal static string Normalize(string model)
    {
        string id = model.Trim().Trim('/');
        while (id.StartsWith(ModelsPrefix, StringComparison.OrdinalIgnoreCase))
        {
            id = id[ModelsPrefix.Length..];
        }

        return id;
    }

    /// <summary>Whether a normalised id can be one.</summary>
    internal static bool IsValid(string id)
    {
        ReadOnlySpan<char> name = id.StartsWith(TunedPrefix, StringComparison.Ordinal) ? id.AsSpan(TunedPrefix.Length) : id;
        return name.Length > 0 && !name.ContainsAnyExcept(Allowed) && name.ContainsAnyExcept('.');
    }

    /// <summary>The path of a normalised id.</summary>
    internal static string ToPath(string id)
        => id.StartsWith(TunedPrefix, StringComparison.Ordinal) ? id : ModelsPrefix + id;
}
