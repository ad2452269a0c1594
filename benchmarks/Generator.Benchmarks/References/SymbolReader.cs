using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Benchmarks.References;

/// <summary>
/// Finds the interfaces and asks the compiler for what a contract says, without making anything of it: signatures, default values, attributes, and the
/// members of answers. What this costs above <see cref="AttributeFinder"/> is the compiler binding declarations.
/// </summary>
public sealed class SymbolReader : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> read = context.SyntaxProvider.ForAttributeWithMetadataName(
            "GeminiGen.GeminiPromptsAttribute",
            static (_, _) => true,
            static (target, _) => ReadContract((INamedTypeSymbol)target.TargetSymbol));
        context.RegisterSourceOutput(read, static (_, _) => { });
    }

    private static int ReadContract(INamedTypeSymbol contract)
    {
        int facts = ReadAttributes(contract);
        foreach (ISymbol member in contract.GetMembers())
        {
            facts += ReadAttributes(member);
            if (member is IMethodSymbol method)
            {
                facts += ReadParameters(method) + ReadAnswer(method.ReturnType, new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            }
        }

        return facts;
    }

    private static int ReadParameters(IMethodSymbol method)
    {
        int facts = 0;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            facts += ReadAttributes(parameter) + parameter.Type.Name.Length;
            facts += parameter.HasExplicitDefaultValue && parameter.ExplicitDefaultValue is not null ? 1 : 0;
        }

        return facts;
    }

    private static int ReadAnswer(ITypeSymbol type, HashSet<ISymbol> seen)
    {
        if (type is INamedTypeSymbol { TypeArguments: [ITypeSymbol argument] })
        {
            return ReadAnswer(argument, seen);
        }

        int facts = 0;
        if (!type.DeclaringSyntaxReferences.IsEmpty && seen.Add(type))
        {
            foreach (ISymbol member in type.GetMembers())
            {
                facts += ReadAttributes(member);
                facts += member is IPropertySymbol property ? ReadAnswer(property.Type, seen) : member is IMethodSymbol method ? method.Parameters.Length : 0;
            }
        }

        return facts;
    }

    private static int ReadAttributes(ISymbol symbol)
    {
        int facts = 0;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            facts += attribute.ConstructorArguments.Length + attribute.NamedArguments.Length;
        }

        return facts;
    }
}
