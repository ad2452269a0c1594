namespace GeminiGen;

/// <summary>How a request is executed: what its method hands back.</summary>
internal enum PromptCallKind
{
    /// <summary>The answer's text.</summary>
    Text,

    /// <summary>The answer's text with outcome and usage.</summary>
    TextResult,

    /// <summary>A value read from the answer.</summary>
    Value,

    /// <summary>A value read from the answer, with outcome and usage.</summary>
    ValueResult,

    /// <summary>The answer's text while it arrives.</summary>
    TextStream,

    /// <summary>The elements of a list, each as soon as it is complete.</summary>
    ItemStream,

    /// <summary>Snapshots of a value while it arrives.</summary>
    SnapshotStream,
}
