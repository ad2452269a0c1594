using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about keys.</summary>
internal static partial class Descriptors
{
    private const string KeyInSettingsFileTitle = "Key in a settings file";
    private const string KeyInSettingsFileReason
        = "Settings files are committed, copied into images and published. Whoever sees one can use the key at your cost. A key that was ever committed must be replaced, not only removed.";

    private const string UnknownGoogleKeyTitle = "Google API key of unknown use";
    private const string UnknownGoogleKeyReason
        = "Keys of Maps and Firebase are often public by design and restricted to a site or an app; a key that reaches Gemini too is not, and the shape does not tell them apart.";
    private const string FallbackKeyTitle = "Fallback key";
    private const string FallbackKeyReason
        = "Where configuration is missing, every user of the program spends from this key, and nobody notices that theirs was never read.";

    /// <summary>GG1001.</summary>
    public static readonly DiagnosticDescriptor GeminiKeyInSource = DescriptorFactory.Create(
        DiagnosticIds.GeminiKeyInSource,
        "Gemini key in source",
        "A {0} ({1} characters, beginning with '{2}') stands in the source: read it from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Error,
        "Whoever sees the source, its history or the compiled assembly can use the key at your cost. A key that was ever committed must be replaced, not only removed.");

    /// <summary>GG1002.</summary>
    public static readonly DiagnosticDescriptor ProviderKeyInSource = DescriptorFactory.Create(
        DiagnosticIds.ProviderKeyInSource,
        "Key of another model provider in source",
        "{0} in the source ({1} characters, beginning with '{2}'): read it from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Error,
        "Whoever sees the source, its history or the compiled assembly can use the key at your cost. A key that was ever committed must be replaced, not only removed.");

    /// <summary>GG1004.</summary>
    public static readonly DiagnosticDescriptor KeyInSettingsFile = DescriptorFactory.Create(
        DiagnosticIds.KeyInSettingsFile,
        KeyInSettingsFileTitle,
        "'{0}' in '{1}' holds a key ({2}, {3} characters, beginning with '{4}'): keep it out of the file, on your machine with dotnet user-secrets set \"{0}\" …, and replace it with a new one",
        DiagnosticSeverity.Error,
        KeyInSettingsFileReason);

    /// <summary>GG1004 where no setting is named.</summary>
    public static readonly DiagnosticDescriptor NamelessKeyInSettingsFile = DescriptorFactory.Create(
        DiagnosticIds.KeyInSettingsFile,
        KeyInSettingsFileTitle,
        "'{1}' holds a key ({2}, {3} characters, beginning with '{4}'): keep it out of the file, on your machine with dotnet user-secrets set \"{0}\" …, and replace it with a new one",
        DiagnosticSeverity.Error,
        KeyInSettingsFileReason);

    /// <summary>GG1004 for a key that is known by its setting.</summary>
    public static readonly DiagnosticDescriptor UnprefixedKeyInSettingsFile = DescriptorFactory.Create(
        DiagnosticIds.KeyInSettingsFile,
        KeyInSettingsFileTitle,
        "'{0}' in '{1}' holds what looks like a key ({2} characters): keep it out of the file, on your machine with dotnet user-secrets set \"{0}\" …, and replace it with a new one",
        DiagnosticSeverity.Error,
        KeyInSettingsFileReason);

    /// <summary>GG1005.</summary>
    public static readonly DiagnosticDescriptor UnknownGoogleKey = DescriptorFactory.Create(
        DiagnosticIds.UnknownGoogleKey,
        UnknownGoogleKeyTitle,
        "{0} in the source ({1} characters, beginning with '{2}'), and nothing near it says for which product: read it from configuration, or say that it is public where it stands",
        DiagnosticSeverity.Info,
        UnknownGoogleKeyReason);

    /// <summary>GG1005 for a key in a settings file.</summary>
    public static readonly DiagnosticDescriptor UnknownGoogleKeyInSettingsFile = DescriptorFactory.Create(
        DiagnosticIds.UnknownGoogleKey,
        UnknownGoogleKeyTitle,
        "'{0}' holds a key that all products of Google share the shape of ({1}, {2} characters, beginning with '{3}'), and nothing in it says for which product: name the setting after the product, or keep the key out of the file",
        DiagnosticSeverity.Info,
        UnknownGoogleKeyReason);

    /// <summary>GG1007.</summary>
    public static readonly DiagnosticDescriptor FallbackKey = DescriptorFactory.Create(
        DiagnosticIds.FallbackKey,
        FallbackKeyTitle,
        "{0} in the source ({1} characters, beginning with '{2}') stands in for one that is not configured: throw there instead, and replace the key with a new one",
        DiagnosticSeverity.Error,
        FallbackKeyReason);

    /// <summary>GG1007 for a key that is known by what it stands in for.</summary>
    public static readonly DiagnosticDescriptor UnprefixedFallbackKey = DescriptorFactory.Create(
        DiagnosticIds.FallbackKey,
        FallbackKeyTitle,
        "What looks like a key ({0} characters) stands in the source for '{1}' where that is not configured: throw there instead, and replace the key with a new one",
        DiagnosticSeverity.Error,
        FallbackKeyReason);

    /// <summary>GG1009.</summary>
    public static readonly DiagnosticDescriptor EncodedKey = DescriptorFactory.Create(
        DiagnosticIds.EncodedKey,
        "Encoded key",
        "{0} in the source ({1} characters, written {2}): a code hides nothing, so read the key from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Warning,
        "Base64, hexadecimal digits and reversed text are undone in a moment, by people and by those who scan for keys.");

    /// <summary>GG1003.</summary>
    public static readonly DiagnosticDescriptor OpaqueKey = DescriptorFactory.Create(
        DiagnosticIds.OpaqueKey,
        "Unprefixed key at a model sink",
        "A constant of {0} random characters goes to '{1}', where only the key of a model goes: read it from the environment or from configuration, and replace it with a new one",
        DiagnosticSeverity.Warning,
        "Keys of some providers have no prefix; where they go tells them from other random texts.");

    /// <summary>GG1006.</summary>
    public static readonly DiagnosticDescriptor KeyInUrl = DescriptorFactory.Create(
        DiagnosticIds.KeyInUrl,
        "Key in a URL",
        "The key stands in the address of a request to Gemini, which logs, proxies and exceptions repeat: send it in the header 'x-goog-api-key'",
        DiagnosticSeverity.Warning,
        "Addresses are written to logs by clients, proxies and servers, and quoted by exceptions; headers are not.");

    /// <summary>GG1008.</summary>
    public static readonly DiagnosticDescriptor KeyWrittenOut = DescriptorFactory.Create(
        DiagnosticIds.KeyWrittenOut,
        "Key written out",
        "'{0}' holds a key and is written out here: leave it out, or show no more than its first four characters",
        DiagnosticSeverity.Warning,
        "Logs and error texts are read, copied and kept by people and systems that should not have the key.");

    /// <summary>GG1010.</summary>
    public static readonly DiagnosticDescriptor KeyInComment = DescriptorFactory.Create(
        DiagnosticIds.KeyInComment,
        "Key in a comment or in disabled code",
        "{0} in a comment or in code that is switched off ({1} characters, beginning with '{2}'): remove it, and replace the key with a new one",
        DiagnosticSeverity.Info,
        "A comment is as public as the code around it, and stays in the history after the line is gone.");

    /// <summary>GG1011.</summary>
    public static readonly DiagnosticDescriptor OldKeyCheck = DescriptorFactory.Create(
        DiagnosticIds.OldKeyCheck,
        "Code that accepts only old keys",
        "Only keys that begin with '{0}' pass this check; keys made since May 2026 begin with '{1}' and are longer: accept both, or drop the check",
        DiagnosticSeverity.Warning,
        "Google documents neither prefix nor length of its keys; the API itself says whether a key is valid.");
}
