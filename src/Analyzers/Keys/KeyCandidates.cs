using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>The places of a file that are worth a look of the key rules, by its characters alone. Most files have none, and cost nothing more.</summary>
internal sealed class KeyCandidates
{
    private static readonly ConditionalWeakTable<SyntaxTree, KeyCandidates> Cache = new();

    /// <summary>Where a text could hold a key or a piece of one, or put one into an address.</summary>
    public List<int> Texts { get; } = [];

    /// <summary>Where one statement has many short texts, which could add up to a key.</summary>
    public List<int> Crumbs { get; } = [];

    /// <summary>Where a list has as many short elements as a key has characters.</summary>
    public List<int> Lists { get; } = [];

    /// <summary>True when the prefix of a key's family stands somewhere, in code or beside it.</summary>
    public bool HasPrefix { get; set; }

    /// <summary>True when the beginning of a key stands somewhere, or what may be the first piece of one.</summary>
    public bool HasBeginning { get; set; }

    /// <summary>The candidates of a file, which is read once.</summary>
    public static KeyCandidates Of(SyntaxTree file, CancellationToken cancellationToken)
    {
        if (!Cache.TryGetValue(file, out KeyCandidates? candidates))
        {
            cancellationToken.ThrowIfCancellationRequested();
            candidates = new KeyCandidates();
            new KeyScan(file.GetText(cancellationToken).ToString(), candidates).Run();
            candidates = Cache.GetValue(file, _ => candidates);
        }

        return candidates;
    }
}
