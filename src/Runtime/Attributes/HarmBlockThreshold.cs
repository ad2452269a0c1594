namespace GeminiGen;

/// <summary>From which probability of harm on content is blocked (<c>HarmBlockThreshold</c> of the API).</summary>
public enum HarmBlockThreshold
{
    /// <summary>Everything but negligible (<c>BLOCK_LOW_AND_ABOVE</c>).</summary>
    BlockLowAndAbove,

    /// <summary>Medium and high (<c>BLOCK_MEDIUM_AND_ABOVE</c>).</summary>
    BlockMediumAndAbove,

    /// <summary>High only (<c>BLOCK_ONLY_HIGH</c>).</summary>
    BlockOnlyHigh,

    /// <summary>Nothing; ratings are still made (<c>BLOCK_NONE</c>).</summary>
    BlockNone,

    /// <summary>Nothing, and no ratings (<c>OFF</c>). What models from 2.5 on do when nothing is set.</summary>
    Off,
}
