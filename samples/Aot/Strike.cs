namespace AotSample;

/// <summary>What a clock does.</summary>
internal sealed record Strike(int Times, Marks Marks);
