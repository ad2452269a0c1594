using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Lists what the generated class has to implement: the contract's members and those of the interfaces it inherits.</summary>
internal static class ContractMembers
{
    /// <summary>The members without a body, the contract's own first, each signature once.</summary>
    public static List<ContractMember> Collect(INamedTypeSymbol contract, string className)
    {
        List<ContractMember> members = [];
        HashSet<ISymbol>? implemented = CollectImplemented(contract);
        Add(contract, className, implemented, members);
        foreach (INamedTypeSymbol inherited in contract.AllInterfaces)
        {
            Add(inherited, className, implemented, members);
        }

        return members;
    }

    private static void Add(INamedTypeSymbol type, string className, HashSet<ISymbol>? implemented, List<ContractMember> members)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            bool isOwn = member switch
            {
                IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion,
                IPropertySymbol or IEventSymbol => true,
                _ => false,
            };
            if (!isOwn || !member.IsAbstract || implemented?.Contains(member) == true)
            {
                continue;
            }

            bool needsExplicit = member is not IMethodSymbol { IsStatic: false, Arity: 0, DeclaredAccessibility: Accessibility.Public }
                || member.Name == className
                || IsTaken(member.Name);
            if (member is IMethodSymbol candidate && FindSameSignature(candidate, members) is { } earlier)
            {
                // A prompt of its own needs a method of its own: sharing one would answer with the other's prompt.
                if (HaveSameReturn(candidate, earlier) && !MethodAttributes.HasPrompt(candidate))
                {
                    continue;
                }

                needsExplicit = true;
            }

            members.Add(new ContractMember(member, needsExplicit ? type.GetAnnotatedName() : null));
        }
    }

    /// <summary>The members that some interface of the contract implements for another one, by an explicit default body.</summary>
    private static HashSet<ISymbol>? CollectImplemented(INamedTypeSymbol contract)
    {
        HashSet<ISymbol>? implemented = null;
        AddImplemented(contract, ref implemented);
        foreach (INamedTypeSymbol inherited in contract.AllInterfaces)
        {
            AddImplemented(inherited, ref implemented);
        }

        return implemented;
    }

    private static void AddImplemented(INamedTypeSymbol type, ref HashSet<ISymbol>? implemented)
    {
        if (type.AllInterfaces.IsEmpty)
        {
            return;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member.IsAbstract || member.DeclaredAccessibility != Accessibility.Private)
            {
                continue;
            }

            IEnumerable<ISymbol> targets = member switch
            {
                IMethodSymbol method => method.ExplicitInterfaceImplementations,
                IPropertySymbol property => property.ExplicitInterfaceImplementations,
                IEventSymbol @event => @event.ExplicitInterfaceImplementations,
                _ => [],
            };
            foreach (ISymbol target in targets)
            {
                (implemented ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default)).Add(target);
            }
        }
    }

    private static IMethodSymbol? FindSameSignature(IMethodSymbol method, List<ContractMember> members)
    {
        foreach (ContractMember member in members)
        {
            if (member.Symbol is IMethodSymbol other && other.Name == method.Name && HaveSameParameters(method, other))
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Whether two methods are one to the compiler, but for their names and results.</summary>
    public static bool HaveSameParameters(IMethodSymbol left, IMethodSymbol right)
    {
        if (left.Parameters.Length != right.Parameters.Length || left.Arity != right.Arity)
        {
            return false;
        }

        for (int i = 0; i < left.Parameters.Length; i++)
        {
            bool same = (left.Parameters[i].RefKind == RefKind.None) == (right.Parameters[i].RefKind == RefKind.None)
                && SymbolEqualityComparer.Default.Equals(left.Parameters[i].Type, right.Parameters[i].Type);
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one public method serves both; members that are implemented explicitly each need their own.</summary>
    private static bool HaveSameReturn(IMethodSymbol left, IMethodSymbol right)
        => left.Arity == 0
            && !left.IsStatic
            && !right.IsStatic
            && left.DeclaredAccessibility == Accessibility.Public
            && right.DeclaredAccessibility == Accessibility.Public
            && left.RefKind == right.RefKind
            && SymbolEqualityComparer.Default.Equals(left.ReturnType, right.ReturnType);

    /// <summary>Whether the class has a member of the name already, or says something else by it.</summary>
    private static bool IsTaken(string name)
        => name is nameof(Equals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString)
            or nameof(MemberwiseClone) or nameof(ReferenceEquals) or "Finalize" or "nameof";
}
