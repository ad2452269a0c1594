using System.Diagnostics.CodeAnalysis;

namespace GeminiGen;

/// <summary>
/// An answer that goes on in a further request. Thrown inside the client and never to the caller: a long decode takes minutes, so what one exception
/// costs does not count, and calls that end at once carry nothing for it.
/// </summary>
/// <param name="round">What has arrived.</param>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the client.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Never leaves the client.")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Says what happened, which is no failure.")]
internal sealed class ContinuationReceived(Round round) : Exception("The answer goes on in a further request.")
{
    internal Round Round => round;
}
