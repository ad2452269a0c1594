namespace GeminiGen.Testing;

/// <summary>What the environment says of snapshots.</summary>
/// <param name="Accepts">Whether differences are accepted.</param>
/// <param name="WritesNew">Whether snapshots that do not exist are written.</param>
internal readonly record struct SnapshotSettings(bool Accepts, bool WritesNew)
{
    internal const string AcceptVariable = "GEMINIGEN_ACCEPT_SNAPSHOTS";

    internal static SnapshotSettings FromEnvironment() => new(IsSet(AcceptVariable), !IsSet("CI"));

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not (null or "" or "0" or "false" or "False");
}
