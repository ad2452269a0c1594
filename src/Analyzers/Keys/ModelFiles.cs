using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Which files of a compilation speak of a provider of models; each is read once, and only when a rule asks.</summary>
internal sealed class ModelFiles
{
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();

    /// <summary>True when a name or a text of the file has the word of a provider in it.</summary>
    public bool Contains(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue(file, out bool isModel))
        {
            isModel = KeySigns.IsModelFile(file.GetRoot(cancellationToken), cancellationToken);
            _files.TryAdd(file, isModel);
        }

        return isModel;
    }
}
