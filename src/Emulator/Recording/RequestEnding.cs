namespace GeminiGen.Emulator.Recording;

/// <summary>How a request ended, as the server saw it.</summary>
public enum RequestEnding
{
    /// <summary>An answer or an error was written to its end.</summary>
    Answered,

    /// <summary>The client closed the connection before the answer was complete.</summary>
    ClosedByClient,

    /// <summary>The script, or the end of the emulator, cut the connection.</summary>
    ClosedByServer,
}
