using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1001: a Gemini key stands in the source.</summary>
internal static class GeminiKeyInSourceRule
{
    /// <summary>Tells about a key. The message gives family, length and prefix; the rest of the key appears nowhere.</summary>
    public static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.GeminiKeyInSource, location, match.Family.Name, match.KeyLength, match.Family.Prefix);
}
