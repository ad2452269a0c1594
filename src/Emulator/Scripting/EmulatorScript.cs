namespace GeminiGen.Emulator.Scripting;

/// <summary>A script in JSON: what shall happen to which calls. The format is described in <c>emulator-script.schema.json</c>.</summary>
public sealed class EmulatorScript
{
    internal EmulatorScript(IReadOnlyList<EmulatorFault> faults, DateTimeOffset? clock)
    {
        Faults = faults;
        Clock = clock;
    }

    /// <summary>The faults, in the order of the script.</summary>
    public IReadOnlyList<EmulatorFault> Faults { get; }

    /// <summary>The time at which the script wants the clock to stand; null for the system's.</summary>
    public DateTimeOffset? Clock { get; }

    /// <summary>Reads a script from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The script.</returns>
    /// <exception cref="EmulatorScriptException">The file is no script; the exception says where, why, and what would be right.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EmulatorScript Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a script.</summary>
    /// <param name="json">The script.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>The script.</returns>
    /// <exception cref="EmulatorScriptException">The text is no script; the exception says where, why, and what would be right.</exception>
    public static EmulatorScript Parse(string json, string name = "script")
    {
        ArgumentNullException.ThrowIfNull(json);
        return ScriptReader.Read(json, name);
    }
}
