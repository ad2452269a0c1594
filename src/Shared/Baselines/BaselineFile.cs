namespace GeminiGen.Shared.Baselines;

/// <summary>The file of accepted findings: its name, its members, and what can be accepted.</summary>
internal static class BaselineFile
{
    /// <summary>Its name.</summary>
    public const string Name = "geminigen.baseline.json";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The member that holds <see cref="Version"/>.</summary>
    public const string VersionMember = "version";

    /// <summary>The member that lists the findings.</summary>
    public const string AcceptedMember = "accepted";

    /// <summary>The member of a finding that holds the id of its rule.</summary>
    public const string RuleMember = "rule";

    /// <summary>The member of a finding that holds its file, as seen from the baseline's folder; for its readers, since the hash covers it.</summary>
    public const string FileMember = "file";

    /// <summary>The member of a finding that holds its <see cref="FindingHash"/>.</summary>
    public const string HashMember = "hash";

    /// <summary>Whether findings of a rule can be accepted. Those about contracts say what the generator could not write, and those about the build that something is not in force.</summary>
    public static bool Covers(string rule) => rule.Length == 6 && rule.StartsWith("GG", StringComparison.Ordinal) && rule[2] is >= '1' and <= '5';
}
