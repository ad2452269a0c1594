using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Whether any file of a project has the beginning of a key: only then can names alone, which say nothing of what they stand for, add up to one.</summary>
/// <param name="compilation">The project.</param>
internal sealed class KeyBeginnings(Compilation compilation)
{
    private readonly object _gate = new();
    private bool? _areThere;

    /// <summary>True when one has.</summary>
    public bool AreThere(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _areThere ??= compilation.SyntaxTrees.Any(file => KeyCandidates.Of(file, cancellationToken).HasBeginning);
        }
    }
}
