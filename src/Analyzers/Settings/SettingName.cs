namespace GeminiGen.Analyzers.Settings;

/// <summary>What a setting is called, in the words of configuration: <c>Gemini:ApiKey</c>.</summary>
internal static class SettingName
{
    private const int MaxLength = 100;

    // What these hold are names of their own.
    private static readonly string[] Containers = ["environmentvariables", "environment", "env", "values"];

    // What names nothing.
    private static readonly string[] Wrappers = ["", "value", "string", "defaultvalue"];

    /// <summary>The name of the setting that a path leads to; empty when it has none.</summary>
    /// <param name="path">The path.</param>
    /// <param name="format">How the file is written: in JSON and YAML the levels make up the name.</param>
    public static string Of(SettingPath path, SettingsFormat format)
    {
        int last = path.Depth - 1;
        while (last >= 0 && IsOneOf(path[last], Wrappers))
        {
            last--;
        }

        if (last < 0)
        {
            return "";
        }

        string name = format is SettingsFormat.Json or SettingsFormat.Yaml ? Join(path, last) : path[last];
        return Shorten(name.Replace("__", ":"));
    }

    private static string Join(SettingPath path, int last)
    {
        int first = last;
        while (first > 0 && !IsOneOf(path[first - 1], Containers))
        {
            first--;
        }

        // Items of a list of variables are told apart by their names.
        first += first > 0 && first < last && IsIndex(path[first]) ? 1 : 0;
        return string.Join(":", Enumerable.Range(first, last - first + 1).Select(level => path[level]).Where(static name => name.Length > 0));
    }

    // Names may hold anything, a key too.
    private static string Shorten(string name)
    {
        string shown = name.Length > MaxLength ? name.Substring(0, MaxLength) + "…" : name;
        return KeyShapes.HasBeginning(name) || shown.Any(char.IsControl) ? "" : shown;
    }

    private static bool IsIndex(string name) => name.Length > 0 && name.All(char.IsDigit);

    private static bool IsOneOf(string name, string[] names) => Array.IndexOf(names, name.ToLowerInvariant()) >= 0;
}
