using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1005: a Google API key stands in the source, and nothing near it says for which product.</summary>
internal static class UnknownGoogleKeyRule
{
    /// <summary>Tells about a key, by family, length and prefix.</summary>
    public static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.UnknownGoogleKey, location, match.Family.Name, match.KeyLength, match.Family.Prefix);
}
