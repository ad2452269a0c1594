using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen;

/// <summary>
/// The ids under which the compiler speaks up when declarations are used that are marked <c>[Experimental]</c>, or <c>[Obsolete]</c> with an id of its own. Their author has chosen
/// to use them where the contract or the answer says so; generated code says it again and must not be stopped.
/// </summary>
internal sealed class MarkedUses
{
    private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The ids met so far, in order.</summary>
    public EquatableArray<string> Ids => _ids.Count == 0 ? default : new EquatableArray<string>([.. _ids]);

    /// <summary>Adds a declaration that generated code uses, with all it stands in and is made of.</summary>
    public void Add(ISymbol symbol)
    {
        if (!_seen.Add(symbol))
        {
            return;
        }

        switch (symbol)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType);
                return;
            case INamedTypeSymbol type:
                AddAll(type.TypeArguments);
                break;
            case IMethodSymbol method:
                Add(method.ReturnType);
                AddAll(method.Parameters);
                break;
            case IParameterSymbol parameter:
                Add(parameter.Type);
                return;
        }

        AddMarks(symbol);
        if (symbol.ContainingType is { } container)
        {
            Add(container);
        }
        else if (symbol is INamedTypeSymbol { ContainingModule: { } module })
        {
            AddMarks(module);
            AddMarks(module.ContainingAssembly);
        }
    }

    private void AddAll<T>(ImmutableArray<T> symbols)
        where T : ISymbol
    {
        foreach (T symbol in symbols)
        {
            Add(symbol);
        }
    }

    private void AddMarks(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            string? id = attribute.AttributeClass.IsNamed("System.Diagnostics.CodeAnalysis", "ExperimentalAttribute") ? attribute.ConstructorArguments is [{ Value: string text }] ? text : null
                : attribute.AttributeClass.IsNamed("System", "ObsoleteAttribute") ? attribute.GetNamedArgument("DiagnosticId").Value as string
                : null;
            if (id is not null && SyntaxFacts.IsValidIdentifier(id))
            {
                _ids.Add(id);
            }
        }
    }
}
