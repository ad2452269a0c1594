using System.Runtime.CompilerServices;

namespace GeminiGen.Testing;

/// <summary>
/// Keeps what contracts send as files beside the tests, so that a changed prompt shows in a review. A test renders a method with arguments of its own and compares with the file; nothing is sent.
/// </summary>
/// <remarks>
/// A difference fails the test with the lines that differ. The environment variable <c>GEMINIGEN_ACCEPT_SNAPSHOTS=1</c> accepts what is rendered. A snapshot that does not exist yet is written, but not
/// where the variable <c>CI</c> is set: there it fails, because nobody would see it.
/// </remarks>
public static class PromptSnapshot
{
    /// <summary>Starts snapshots of a contract.</summary>
    /// <typeparam name="TDesk">The contract's generated class.</typeparam>
    /// <param name="desk">An instance, for instance <c>new SupportDesk(new GeminiClient(new GeminiOptions()))</c>; no key is needed.</param>
    /// <returns>What verifies.</returns>
    public static PromptSnapshot<TDesk> Of<TDesk>(TDesk desk)
        where TDesk : class
        => new(desk);

    /// <summary>Compares a prompt, for instance of a fake's call, with its snapshot.</summary>
    /// <param name="prompt">The prompt.</param>
    /// <param name="name">The name of the snapshot; that of the test unless given.</param>
    /// <param name="sourcePath">Leave it out: the compiler fills it in.</param>
    /// <exception cref="PromptSnapshotException">It differs, or is new where <c>CI</c> is set.</exception>
    public static void Verify(RenderedPrompt prompt, [CallerMemberName] string name = "", [CallerFilePath] string sourcePath = "")
    {
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        SnapshotFile.Verify(SnapshotText.Create(prompt), name, sourcePath, SnapshotSettings.FromEnvironment());
    }
}
