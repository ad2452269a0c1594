using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace GeminiGen.TestHarness;

/// <summary>
/// Compares generated text with a recorded file. This class alone knows the layout on disk (<c>&lt;name&gt;.verified.cs</c> and, on a mismatch,
/// <c>&lt;name&gt;.received.cs</c>), which is the layout of the Verify library: moving there is a change of this file only.
/// </summary>
public sealed partial class Baseline
{
    /// <summary>Set to 1, this environment variable makes every comparison record what it got. Never set in CI.</summary>
    public const string UpdateVariable = "GEMINIGEN_UPDATE_BASELINES";

    private const string VersionPlaceholder = "{version}";
    private readonly string _folder;

    /// <summary>Creates a comparer over one folder.</summary>
    public Baseline(string folder) => _folder = folder;

    /// <summary>A folder below the project folder of a test assembly, which the project records in its assembly metadata.</summary>
    public static string ProjectFolder(Assembly testAssembly, string relative)
    {
        string root = testAssembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!;
        return Path.Combine(root, relative);
    }

    /// <summary>Compares a text with its recorded file.</summary>
    /// <exception cref="TestCheckException">They differ, or nothing is recorded yet; the message shows the differing lines.</exception>
    public void Verify(string name, string text)
    {
        string received = Normalise(text);
        string verifiedPath = VerifiedPath(name);
        string receivedPath = Path.Combine(_folder, name + ".received.cs");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Write(verifiedPath, received);
            File.Delete(receivedPath);
            return;
        }

        string? verified = File.Exists(verifiedPath) ? Normalise(File.ReadAllText(verifiedPath)) : null;
        if (string.Equals(verified, received, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        Write(receivedPath, received);
        throw new TestCheckException(
            $"{name} differs from {verifiedPath}; received text is beside it. Set {UpdateVariable}=1 to record it.{Environment.NewLine}"
            + Diff(verified ?? "", received));
    }

    /// <summary>The recorded text with a version in place of the placeholder, fit for compiling.</summary>
    public string ReadVerified(string name) =>
        File.ReadAllText(VerifiedPath(name)).Replace(VersionPlaceholder, "1.2.3.4", StringComparison.Ordinal);

    private string VerifiedPath(string name) => Path.Combine(_folder, name + ".verified.cs");

    private static void Write(string path, string text) => File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static string Normalise(string text) =>
        GeneratedCodeVersion().Replace(text.ReplaceLineEndings("\n"), "$1" + VersionPlaceholder + "$2");

    [GeneratedRegex("""(GeneratedCode(?:Attribute)?\("GeminiGen\.Generator", ")[^"]*("\))""")]
    private static partial Regex GeneratedCodeVersion();

    private static string Diff(string verified, string received)
    {
        const int Context = 2;
        List<DiffPiece> lines = InlineDiffBuilder.Diff(verified, received).Lines;
        var text = new StringBuilder();
        for (int i = 0; i < lines.Count; i++)
        {
            bool near = lines.Skip(Math.Max(0, i - Context)).Take(2 * Context + 1).Any(line => line.Type != ChangeType.Unchanged);
            if (near)
            {
                char mark = lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
                text.Append(mark).Append(' ').AppendLine(lines[i].Text);
            }
        }

        return text.ToString();
    }
}
