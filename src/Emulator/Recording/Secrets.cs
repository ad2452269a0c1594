namespace GeminiGen.Emulator.Recording;

/// <summary>The keys and tokens of an emulator, to be taken out of what is shown or stored.</summary>
internal sealed class Secrets(GeminiEmulatorOptions options)
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Placeholder = "[key]";

    // Longest first: one may be the beginning of another.
    private readonly string[] _values =
        [.. options.ProjectsByKey.Keys.Append(options.ApiKey).Append(options.AccessToken).Where(value => value.Length > 0).Distinct().OrderByDescending(value => value.Length)];

    /// <summary>The text without any of them.</summary>
    public string Without(string text)
    {
        foreach (string value in _values)
        {
            text = text.Replace(value, Placeholder, StringComparison.Ordinal);
        }

        return text;
    }
}
