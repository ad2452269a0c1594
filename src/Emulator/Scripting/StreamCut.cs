namespace GeminiGen.Emulator.Scripting;

/// <summary>How a stream stops before its end.</summary>
internal enum StreamCut
{
    /// <summary>The connection breaks.</summary>
    Broken,

    /// <summary>The response ends in good order.</summary>
    Ended,

    /// <summary>Nothing more comes.</summary>
    Stalled,
}
