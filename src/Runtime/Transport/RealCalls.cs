namespace GeminiGen;

/// <summary>
/// Whether calls may leave the machine. The switch <c>GeminiGen.BlockRealCalls</c> of <see cref="AppContext"/> forbids it (the package <c>GeminiGen.Testing</c> sets it in test projects), and the
/// environment variable <c>GEMINIGEN_ALLOW_REAL_CALLS</c> allows it again.
/// </summary>
internal static class RealCalls
{
    private const string Switch = "GeminiGen.BlockRealCalls";
    private const string Variable = "GEMINIGEN_ALLOW_REAL_CALLS";

    internal static bool AreBlocked
        => AppContext.TryGetSwitch(Switch, out bool isBlocked) && isBlocked && Environment.GetEnvironmentVariable(Variable) is null or "" or "0" or "false";

    /// <summary>Refuses a call that would leave the machine where that is forbidden.</summary>
    /// <exception cref="GeminiConfigurationException">It is.</exception>
    internal static void ThrowIfBlocked(Uri? address)
    {
        if (AreBlocked && address is { IsAbsoluteUri: true, IsLoopback: false })
        {
            throw new GeminiConfigurationException(
                $"This process makes no real calls, and this one would have gone to {address.Host}. Use a fake, a recording or the emulator; or set the environment variable {Variable}=1. No request was sent.");
        }
    }
}
