using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen.CodeFixes;

/// <summary>Names of types as they can be written at a place.</summary>
internal static class TypeNames
{
    /// <summary>The name alone where it means the type, with its namespace elsewhere.</summary>
    public static string At(int position, string namespaceName, string name, SemanticModel model)
    {
        ImmutableArray<ISymbol> found = model.LookupNamespacesAndTypes(position, name: name);
        return found.Length > 0 && found.All(symbol => symbol.ContainingNamespace?.ToDisplayString() == namespaceName && symbol.ContainingType is null) ? name : $"{namespaceName}.{name}";
    }
}
