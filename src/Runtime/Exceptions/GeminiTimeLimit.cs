namespace GeminiGen;

/// <summary>The time limits of a call.</summary>
public enum GeminiTimeLimit
{
    /// <summary>The whole call with all attempts and waits (<see cref="GeminiOptions.Timeout"/> or <c>[Timeout]</c>).</summary>
    Call,

    /// <summary>One attempt (<see cref="GeminiOptions.AttemptTimeout"/>).</summary>
    Attempt,

    /// <summary>A pause between two pieces of a stream (<see cref="GeminiOptions.StreamIdleTimeout"/>).</summary>
    StreamIdle,

    /// <summary>A limit set outside this library: <see cref="System.Net.Http.HttpClient.Timeout"/>, or one of a message handler. Never retried.</summary>
    HttpClient,

    /// <summary>The wait until the API has prepared an uploaded file (<see cref="GeminiMediaOptions.ProcessingTimeout"/>).</summary>
    FileProcessing,
}
