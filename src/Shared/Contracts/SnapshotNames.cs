using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>The names a snapshot's type has before anything is generated into it.</summary>
internal static class SnapshotNames
{
    /// <summary>Its own name, those of the members its author wrote, and those it inherits.</summary>
    public static HashSet<string> Collect(INamedTypeSymbol snapshot)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { snapshot.Name };
        if (snapshot.DeclaringSyntaxReferences.IsEmpty)
        {
            // In another assembly what was generated is there already.
            return names;
        }

        if (snapshot.IsRecord)
        {
            // The compiler keeps the name for what it writes into records itself.
            names.Add("Clone");
        }

        for (INamedTypeSymbol? type = snapshot; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                bool isSeen = type.Equals(snapshot, SymbolEqualityComparer.Default) || member.DeclaredAccessibility != Accessibility.Private;
                if (isSeen && member.CanBeReferencedByName && !IsGenerated(member))
                {
                    names.Add(member.Name);
                }
            }
        }

        return names;
    }

    /// <summary>Analyzers see what the generator wrote.</summary>
    private static bool IsGenerated(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (!reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return !member.DeclaringSyntaxReferences.IsEmpty;
    }
}
