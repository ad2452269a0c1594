using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>The names of the methods of the interfaces that bear an attribute, in the project and in the libraries that know the attribute. May hold more: a name is no proof.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="compilation">The project.</param>
internal sealed class MarkedMethods(INamedTypeSymbol attribute, Compilation compilation)
{
    private readonly object _gate = new();
    private HashSet<string>? _names;

    /// <summary>True for the name of one.</summary>
    public bool HasName(string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return (_names ??= Read(cancellationToken)).Contains(name);
        }
    }

    private HashSet<string> Read(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree file in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddSource(names, file.GetRoot(cancellationToken));
        }

        foreach (IAssemblySymbol library in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (library.Modules.Any(part => part.ReferencedAssemblies.Contains(attribute.ContainingAssembly.Identity)))
            {
                AddLibrary(names, library.GlobalNamespace, cancellationToken);
            }
        }

        return names;
    }

    // The attribute may stand at another part of the interface, or be called otherwise.
    private static void AddSource(HashSet<string> names, SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            if (node is InterfaceDeclarationSyntax contract && (contract.AttributeLists.Count > 0 || contract.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                names.UnionWith(contract.Members.OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.ValueText));
            }
        }
    }

    private void AddLibrary(HashSet<string> names, INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                AddLibrary(names, inner, cancellationToken);
            }
            else if (container is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && contract.FindAttribute(attribute) is not null)
            {
                names.Add(member.Name);
            }
        }
    }
}
