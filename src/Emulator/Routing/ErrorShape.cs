namespace GeminiGen.Emulator.Routing;

/// <summary>How an endpoint writes an error that comes instead of an answer.</summary>
internal enum ErrorShape
{
    /// <summary>The envelope as it is.</summary>
    Plain,

    /// <summary>The envelope as it is where server-sent events were asked for, otherwise in an array, as what would have come.</summary>
    Stream,

    /// <summary>The envelope in an array, as the OpenAI-compatible endpoint sends it.</summary>
    InArray,

    /// <summary>A word as the code and a message, as the Interactions API sends it.</summary>
    Word,
}
