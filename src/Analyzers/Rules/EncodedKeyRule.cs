using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1009: a text or an array decodes to a key.</summary>
internal static class EncodedKeyRule
{
    /// <summary>Tells about a key, by family, length and code. Nothing of the key appears.</summary>
    public static Diagnostic Create(KeyMatch match, KeyReading reading, Location location)
        => Diagnostic.Create(
            Descriptors.EncodedKey,
            location,
            ImmutableDictionary<string, string?>.Empty.Add(KeyProperties.Provider, match.Family.Provider),
            match.Family.Name,
            match.KeyLength,
            NameOf(reading));

    private static string NameOf(KeyReading reading) => reading switch
    {
        KeyReading.Reversed => "backwards",
        KeyReading.Base64 => "in base64",
        KeyReading.Hex => "in hexadecimal digits",
        KeyReading.Escapes => "in escapes",
        _ => "as an array of its characters",
    };
}
