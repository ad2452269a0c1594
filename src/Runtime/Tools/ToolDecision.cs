namespace GeminiGen;

/// <summary>Whether a function the model calls may run.</summary>
public readonly record struct ToolDecision
{
    private ToolDecision(bool isApproved, string? reason)
    {
        IsApproved = isApproved;
        Reason = reason;
    }

    /// <summary>It may run.</summary>
    public static ToolDecision Approve { get; } = new(true, null);

    /// <summary>Whether it may run; the default value says no.</summary>
    public bool IsApproved { get; }

    /// <summary>Why not, for the model; or <see langword="null"/>.</summary>
    public string? Reason { get; }

    /// <summary>It may not run; the model is told so.</summary>
    /// <param name="reason">Why, for the model.</param>
    /// <returns>The decision.</returns>
    public static ToolDecision Deny(string? reason = null) => new(false, reason);
}
