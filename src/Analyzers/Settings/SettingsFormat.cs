namespace GeminiGen.Analyzers.Settings;

/// <summary>How a settings file is written.</summary>
internal enum SettingsFormat
{
    /// <summary>The file is none.</summary>
    None,

    /// <summary>JSON with comments.</summary>
    Json,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>Lines of <c>NAME=value</c>.</summary>
    DotEnv,

    /// <summary>YAML.</summary>
    Yaml,

    /// <summary>Requests to send by hand.</summary>
    Http,
}
