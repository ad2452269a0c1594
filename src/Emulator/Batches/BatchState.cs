namespace GeminiGen.Emulator.Batches;

/// <summary>How far a batch is.</summary>
internal enum BatchState
{
    /// <summary>It waits.</summary>
    Pending,

    /// <summary>It is worked on.</summary>
    Running,

    /// <summary>Every request has its answer or its error.</summary>
    Succeeded,

    /// <summary>It was called off in time.</summary>
    Cancelled,

    /// <summary>It took too long.</summary>
    Expired,
}
