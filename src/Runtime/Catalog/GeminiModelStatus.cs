namespace GeminiGen;

/// <summary>Where a model stands in its life.</summary>
public enum GeminiModelStatus
{
    /// <summary>In service.</summary>
    Stable,

    /// <summary>In service for trial; may change or end at short notice.</summary>
    Preview,

    /// <summary>Still in service, with an announced end or a named successor.</summary>
    Deprecated,

    /// <summary>No longer in service: requests are refused.</summary>
    ShutDown,

    /// <summary>A name that stands for another model, and may move to a newer one without notice.</summary>
    Alias,
}
