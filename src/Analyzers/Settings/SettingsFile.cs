namespace GeminiGen.Analyzers.Settings;

/// <summary>Knows settings files by their names, and reads them.</summary>
internal static class SettingsFile
{
    /// <summary>How much of a file is read, in characters. No file that people write settings into comes near.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private static readonly string[] JsonNames = ["settings", "secret", "config", "env"];

    /// <summary>How a file is written, by its name alone.</summary>
    public static SettingsFormat GetFormat(string path)
    {
        string name = Path.GetFileName(path).ToLowerInvariant();
        if (name.StartsWith(".env", StringComparison.Ordinal) || name.EndsWith(".env", StringComparison.Ordinal))
        {
            return SettingsFormat.DotEnv;
        }

        return IsLockFile(name) ? SettingsFormat.None : Path.GetExtension(name) switch
        {
            ".json" when Array.Exists(JsonNames, word => name.Contains(word)) => SettingsFormat.Json,
            ".config" or ".csproj" or ".props" or ".targets" or ".resx" or ".runsettings" or ".pubxml" => SettingsFormat.Xml,
            ".yml" or ".yaml" => SettingsFormat.Yaml,
            ".http" or ".rest" => SettingsFormat.Http,
            _ => SettingsFormat.None,
        };
    }

    /// <summary>A reader for a format.</summary>
    public static SettingsReader CreateReader(SettingsFormat format, string text, SettingVisitor visit, CancellationToken cancellationToken) => format switch
    {
        SettingsFormat.Json => new JsonSettingsReader(text, visit, cancellationToken),
        SettingsFormat.Xml => new XmlSettingsReader(text, visit, cancellationToken),
        SettingsFormat.DotEnv => new DotEnvReader(text, visit, cancellationToken),
        SettingsFormat.Yaml => new YamlSettingsReader(text, visit, cancellationToken),
        SettingsFormat.Http => new HttpFileReader(text, visit, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not the format of a settings file."),
    };

    private static bool IsLockFile(string name) => name.Contains("-lock.") || name.Contains(".lock.");
}
