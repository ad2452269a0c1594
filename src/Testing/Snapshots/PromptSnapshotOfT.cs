using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GeminiGen.Testing;

/// <summary>Compares what a contract's methods would send with snapshots.</summary>
/// <typeparam name="TDesk">The contract's generated class.</typeparam>
public sealed partial class PromptSnapshot<TDesk>
    where TDesk : class
{
    private readonly TDesk _desk;

    internal PromptSnapshot(TDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        _desk = desk;
    }

    /// <summary>
    /// Renders a method and compares it with its snapshot, as in <c>VerifyAsync(desk => desk.RenderAnswerAsync("Where is my order?"))</c>. The file is named after the source and the method; give a name
    /// where a method has several snapshots.
    /// </summary>
    /// <param name="render">Calls one of the methods that show what would be sent.</param>
    /// <param name="name">What follows the source's name in the file's; the method's name unless given.</param>
    /// <param name="expression">Leave it out: the compiler fills it in.</param>
    /// <param name="test">Leave it out: the compiler fills it in.</param>
    /// <param name="sourcePath">Leave it out: the compiler fills it in.</param>
    /// <returns>The task to await.</returns>
    /// <exception cref="PromptSnapshotException">It differs, or is new where <c>CI</c> is set.</exception>
    public async Task VerifyAsync(
        Func<TDesk, Task<RenderedPrompt>> render,
        string? name = null,
        [CallerArgumentExpression(nameof(render))] string expression = "",
        [CallerMemberName] string test = "",
        [CallerFilePath] string sourcePath = "")
    {
        ArgumentNullException.ThrowIfNull(render);
        RenderedPrompt prompt = await render(_desk).ConfigureAwait(false);
        Match method = RenderCall().Match(expression);
        SnapshotFile.Verify(SnapshotText.Create(prompt), name ?? (method.Success ? method.Groups["name"].Value : test), sourcePath, SnapshotSettings.FromEnvironment());
    }

    [GeneratedRegex(@"\.Render(?<name>\w+)\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RenderCall();
}
