namespace GeminiGen.Conformance.Tests;

/// <summary>One thing a client does against the emulator: a row of docs/conformance.md. A check that fails is no row; it fails the test.</summary>
/// <param name="Client">The client's package, the heading of its section.</param>
/// <param name="Version">The package's exact version.</param>
/// <param name="Name">What is checked, in a few words.</param>
/// <param name="Result"><see cref="Passed"/>, <see cref="Differs"/> or <see cref="NotOffered"/>.</param>
/// <param name="Note">Why, where the result is not <see cref="Passed"/>; what else a reader should know.</param>
internal sealed record ConformanceCheck(string Client, string Version, string Name, string Result, string? Note = null)
{
    /// <summary>The client got what its documentation promises.</summary>
    public const string Passed = "passed";

    /// <summary>The client did something else, for the reason in the note; what it did is checked too.</summary>
    public const string Differs = "differs";

    /// <summary>The client has no way to ask for it.</summary>
    public const string NotOffered = "not offered by the client";
}
