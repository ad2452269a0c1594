namespace GeminiGen.Emulator.Endpoints;

/// <summary>
/// Leaves the application in the middle of a response. The server then closes the connection without the closing chunk, after all that
/// was written before has been sent; aborting the connection would lose some of it.
/// </summary>
internal sealed class StreamBrokenException() : Exception("The script breaks this stream.");
