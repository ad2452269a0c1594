namespace GeminiGen;

/// <summary>A call of a function by the model.</summary>
public sealed class ToolCall
{
    internal ToolCall(string? id, string name, string arguments, int round)
    {
        Id = id;
        Name = name;
        Arguments = arguments;
        Round = round;
    }

    /// <summary>The call's id, or <see langword="null"/> for models that give none.</summary>
    public string? Id { get; }

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>The arguments as the model gave them, a JSON object.</summary>
    public string Arguments { get; }

    /// <summary>In which round it was called, from 1.</summary>
    public int Round { get; }

    /// <summary>What the model was told, a JSON object with <c>output</c> or <c>error</c>; <see langword="null"/> before it ran.</summary>
    public string? Response { get; internal set; }

    /// <summary>What the function threw, or <see langword="null"/>.</summary>
    public Exception? Error { get; internal set; }

    /// <summary>Whether it was not allowed to run.</summary>
    public bool IsDenied { get; internal set; }

    /// <summary>How long it ran.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>Name and arguments.</summary>
    /// <returns>For example <c>GetWeather({"city":"Bergen"})</c>.</returns>
    public override string ToString() => Name + "(" + Arguments + ")";
}
