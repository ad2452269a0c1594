using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Memo;

/// <summary>
/// Which files a file's declarations can depend on, judged by names alone: those that declare a type it mentions, those that these mention, and so on.
/// A name may be another type's of the same name; then a file too many is reached, never one too few.
/// </summary>
internal sealed class ReachGraph
{
    private readonly Dictionary<string, List<SyntaxTree>> _treesByTypeName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, SyntaxTree[]> _neighbours = new();
    private readonly HashSet<SyntaxTree> _shared = [];

    /// <summary>Notes which file declares what.</summary>
    public ReachGraph(Compilation compilation)
    {
        var sharedMentions = new List<string>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SyntaxTreeShape shape = SyntaxTreeShape.Of(tree, CancellationToken.None);
            sharedMentions.AddRange(shape.SharedMentions);
            foreach (string name in shape.TypeNames)
            {
                if (!_treesByTypeName.TryGetValue(name, out List<SyntaxTree>? trees))
                {
                    _treesByTypeName.Add(name, trees = []);
                }

                trees.Add(tree);
            }
        }

        AddTreesOf(sharedMentions, _shared);
    }

    /// <summary>The file itself, the files it can depend on, and those that every file can; nearest first.</summary>
    public IEnumerable<SyntaxTree> GetReach(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var reached = new HashSet<SyntaxTree>(_shared) { tree };
        var pending = new Queue<SyntaxTree>(reached);
        while (pending.Count > 0)
        {
            SyntaxTree next = pending.Dequeue();
            yield return next;
            foreach (SyntaxTree neighbour in GetNeighbours(next, cancellationToken))
            {
                if (reached.Add(neighbour))
                {
                    pending.Enqueue(neighbour);
                }
            }
        }
    }

    private SyntaxTree[] GetNeighbours(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_neighbours.TryGetValue(tree, out SyntaxTree[]? neighbours))
        {
            var found = new HashSet<SyntaxTree>();
            AddTreesOf(SyntaxTreeShape.Of(tree, cancellationToken).GetMentions(tree, cancellationToken), found);
            neighbours = _neighbours.GetOrAdd(tree, [.. found]);
        }

        return neighbours;
    }

    private void AddTreesOf(IReadOnlyList<string> names, HashSet<SyntaxTree> found)
    {
        foreach (string name in names)
        {
            if (_treesByTypeName.TryGetValue(name, out List<SyntaxTree>? trees))
            {
                found.UnionWith(trees);
            }
        }
    }
}
