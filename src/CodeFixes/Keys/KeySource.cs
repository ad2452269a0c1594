namespace GeminiGen.CodeFixes.Keys;

/// <summary>A place outside of the source where a key can be read from.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="EquivalenceKey">What makes two fixes the same for fix-all.</param>
/// <param name="MissingMessage">What the program says when the place holds no key.</param>
/// <param name="Configuration">The expression that gives the configuration; null for the environment.</param>
internal sealed record KeySource(string Title, string EquivalenceKey, string MissingMessage, string? Configuration)
{
    /// <summary>The environment variable that the client and Google's own SDKs read.</summary>
    public const string VariableName = "GEMINI_API_KEY";

    /// <summary>The configuration key that the documentation uses.</summary>
    public const string ConfigurationKey = "Gemini:ApiKey";

    /// <summary>The environment; always there.</summary>
    public static readonly KeySource Environment = new(
        "Read the key from the environment variable " + VariableName,
        DiagnosticIds.GeminiKeyInSource + ".Environment",
        "Set the environment variable " + VariableName + ".",
        Configuration: null);

    /// <summary>An <c>IConfiguration</c> in scope.</summary>
    public static KeySource FromConfiguration(string expression) => new(
        "Read the key from the configuration key " + ConfigurationKey,
        DiagnosticIds.GeminiKeyInSource + ".Configuration",
        "Set the configuration key " + ConfigurationKey + ".",
        expression);
}
