using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Diagnostics;

/// <summary>Rules about keys.</summary>
internal static partial class Descriptors
{
    private const string KeyInSettingsFileTitle = "Key in a settings file";
    private const string KeyInSettingsFileReason
        = "Settings files are committed, copied into images and published. Whoever sees one can use the key at your cost. A key that was ever committed must be replaced, not only removed.";

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
}
