namespace GeminiGen;

/// <summary>How far the API is with an uploaded file.</summary>
public enum GeminiFileState
{
    /// <summary>A state this version does not know.</summary>
    Unknown,

    /// <summary>Being prepared; prompts cannot name it yet.</summary>
    Processing,

    /// <summary>Ready for prompts.</summary>
    Active,

    /// <summary>It could not be prepared.</summary>
    Failed,
}
