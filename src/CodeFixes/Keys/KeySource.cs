namespace GeminiGen.CodeFixes.Keys;

/// <summary>A place outside of the source where a key can be read from.</summary>
/// <param name="Name">The name of the environment variable or of the configuration key.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="EquivalenceKey">What makes two fixes the same for fix-all.</param>
/// <param name="MissingMessage">What the program says when the place holds no key.</param>
/// <param name="Configuration">The expression that gives the configuration; null for the environment.</param>
internal sealed record KeySource(string Name, string Title, string EquivalenceKey, string MissingMessage, string? Configuration)
{
    /// <summary>The environment; always there.</summary>
    public static KeySource FromEnvironment(KeyFamily family, string diagnosticId) => new(
        family.Variable,
        "Read the key from the environment variable " + family.Variable,
        diagnosticId + ".Environment",
        "Set the environment variable " + family.Variable + ".",
        Configuration: null);

    /// <summary>An <c>IConfiguration</c> in scope, which user secrets feed on a developer's machine.</summary>
    public static KeySource FromConfiguration(KeyFamily family, string diagnosticId, string expression) => new(
        family.Configuration,
        "Read the key from the configuration key " + family.Configuration + " (dotnet user-secrets set " + family.Configuration + " …)",
        diagnosticId + ".Configuration",
        "Set the configuration key " + family.Configuration + ".",
        expression);
}
