using GeminiGen.Shared.Json;
using GeminiGen.Shared.Locks;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Locks;

/// <summary>
/// What the generator tells of the contracts, in the files that <c>geminigen lock</c> reads too: rules and tool see the same rows because nobody else makes any.
/// </summary>
internal static class GeneratedRows
{
    // The folder the compiler puts a generator's files in is named after its type.
    private const string Folder = "GeminiGen.Generator.PromptGenerator";

    /// <summary>Reads them.</summary>
    /// <returns>Null when the generator has told nothing, so that nothing is known.</returns>
    public static List<LockRow>? Read(Compilation compilation, CancellationToken cancellationToken)
    {
        List<LockRow>? rows = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (tree.FilePath.EndsWith(LockNames.GeneratedExtension, StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == Folder)
            {
                rows ??= [];
                rows.AddRange(tree.GetText(cancellationToken).Lines.Select(static line => line.ToString()).Where(static line => line.StartsWith("//{", StringComparison.Ordinal)).Select(ReadRow));
            }
        }

        return rows;
    }

    private static LockRow ReadRow(string line)
    {
        JsonValue content = JsonTextReader.Parse(line.Substring(2));
        return new LockRow(content.Find(LockNames.Contract)!.GetString(), content.Find(LockNames.Method)!.GetString(), content);
    }
}
