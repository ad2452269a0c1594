using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>The names of the methods that show what a call would send, and who else has them.</summary>
/// <param name="contract">The contract.</param>
/// <param name="className">The name of its class.</param>
internal sealed class RenderNames(INamedTypeSymbol contract, string className)
{
    private readonly Dictionary<string, List<IMethodSymbol>> _taken = new(StringComparer.Ordinal);

    /// <summary>The name for a method.</summary>
    public static string Get(string method) => "Render" + method + (method.EndsWith("Async", StringComparison.Ordinal) ? "" : "Async");

    /// <summary>Takes the name for a method.</summary>
    /// <returns>What stands in the way, in words; null when nothing does.</returns>
    public string? Take(IMethodSymbol method)
    {
        string name = Get(method.Name);
        if (name == className)
        {
            return "is that of the class";
        }

        if (_taken.TryGetValue(name, out List<IMethodSymbol>? others))
        {
            foreach (IMethodSymbol other in others)
            {
                if (ContractMembers.HaveSameParameters(method, other))
                {
                    return $"is the one that '{other.Name}' generates";
                }
            }
        }
        else
        {
            _taken.Add(name, others = []);
        }

        others.Add(method);
        return FindMember(contract, method, name) ?? FindInherited(method, name) ?? FindOwnPart(method, name);
    }

    private string? FindInherited(IMethodSymbol method, string name)
    {
        foreach (INamedTypeSymbol inherited in contract.AllInterfaces)
        {
            if (FindMember(inherited, method, name) is { } clash)
            {
                return clash;
            }
        }

        return null;
    }

    /// <summary>Looks into the part of the class that the user wrote. What the generator wrote is there as well when analyzers look.</summary>
    private string? FindOwnPart(IMethodSymbol method, string name)
    {
        INamespaceOrTypeSymbol scope = (INamespaceOrTypeSymbol?)contract.ContainingType ?? contract.ContainingNamespace;
        foreach (INamedTypeSymbol part in scope.GetTypeMembers(className, 0))
        {
            foreach (ISymbol member in part.GetMembers(name))
            {
                if (Clashes(member, method) && !IsGenerated(member))
                {
                    return $"is taken by a member of '{className}'";
                }
            }
        }

        return null;
    }

    private static string? FindMember(INamedTypeSymbol type, IMethodSymbol method, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (Clashes(member, method))
            {
                return $"is taken by '{type.Name}.{name}'";
            }
        }

        return null;
    }

    private static bool Clashes(ISymbol member, IMethodSymbol method)
        => member is not IMethodSymbol other || ContractMembers.HaveSameParameters(method, other);

    private static bool IsGenerated(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            if (!reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
