using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1002: a key of another model provider stands in the source.</summary>
internal static class ProviderKeyInSourceRule
{
    /// <summary>Tells about a key. The message gives family, length and prefix; the rest of the key appears nowhere.</summary>
    public static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.ProviderKeyInSource, location, match.Family.Name, match.KeyLength, match.Family.Prefix);
}
