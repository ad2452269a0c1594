namespace GeminiGen.Emulator.Batches;

/// <summary>When a batch gets how far.</summary>
/// <param name="Created">When it was sent.</param>
/// <param name="Started">When it is taken up.</param>
/// <param name="Done">When it is done, if it lives to see it.</param>
internal readonly record struct BatchTimes(DateTimeOffset Created, DateTimeOffset Started, DateTimeOffset Done)
{
    /// <summary>How long the API tries before it gives up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(48);

    /// <summary>When the API gives up.</summary>
    public DateTimeOffset Expired => Created + Patience;
}
