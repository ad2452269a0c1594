namespace GeminiGen.Testing;

/// <summary>What a recorder does with a request.</summary>
public enum GeminiRecorderMode
{
    /// <summary>Answers from recordings, and fails where there is none. Sends nothing.</summary>
    ReplayOnly,

    /// <summary>Answers from a recording where there is one; sends and records the others.</summary>
    ReplayOrRecord,

    /// <summary>Sends every request, and records it in place of what was recorded.</summary>
    Record,
}
