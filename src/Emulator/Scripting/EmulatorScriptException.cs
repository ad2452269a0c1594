namespace GeminiGen.Emulator.Scripting;

/// <summary>A script that cannot be understood.</summary>
public sealed class EmulatorScriptException : FormatException
{
    /// <summary>Says what is wrong, and where.</summary>
    /// <param name="name">The script.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column in characters, from 1.</param>
    /// <param name="reason">What is wrong, and what would be right.</param>
    /// <param name="innerException">What found it; may be null.</param>
    public EmulatorScriptException(string name, int line, int column, string reason, Exception? innerException = null)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}({line},{column}): {reason}"), innerException)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in characters, from 1.</summary>
    public int Column { get; }
}
