using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1007: a key serves where none is configured.</summary>
internal static class FallbackKeyRule
{
    /// <summary>Tells about a key, by family, length and prefix.</summary>
    public static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.FallbackKey, location, match.Family.Name, match.KeyLength, match.Family.Prefix);

    /// <summary>Tells about a key without a prefix, by its length and the setting it stands in for. The fix needs to know whose it is.</summary>
    public static Diagnostic Create(int length, KeySink sink, Location location)
        => Diagnostic.Create(Descriptors.UnprefixedFallbackKey, location, ImmutableDictionary<string, string?>.Empty.Add(KeyProperties.Provider, sink.Provider), length, sink.Name);
}
