namespace GeminiGen.Shared.Json;

/// <summary>A text that is not JSON, or not the JSON that was asked for, and where.</summary>
internal sealed class JsonSyntaxException : Exception
{
    /// <summary>Says what is wrong at a place.</summary>
    /// <param name="message">One sentence without the place.</param>
    /// <param name="position">The place.</param>
    public JsonSyntaxException(string message, JsonPosition position)
        : base($"{message} ({position})")
    {
        Reason = message;
        Position = position;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Where it is wrong.</summary>
    public JsonPosition Position { get; }
}
