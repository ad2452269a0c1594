using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Shared.Locks;

/// <summary>What the build asks about the prompt lock.</summary>
internal static class LockOptions
{
    /// <summary>Whether the build compares the lock with the contracts.</summary>
    public static bool AsksForComparison(AnalyzerConfigOptions options)
        => options.TryGetValue(LockNames.CheckOption, out string? value) && string.Equals(value.Trim(), LockNames.Check, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the generator tells what contracts say: to <c>geminigen lock</c>, or to the comparison.</summary>
    public static bool AsksForRows(AnalyzerConfigOptions options)
        => (options.TryGetValue(WellKnownNames.PromptLockOption, out string? value) && value == "true") || AsksForComparison(options);
}
