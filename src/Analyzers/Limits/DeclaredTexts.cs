using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>
/// What goes with every call beside the prompt: the schema of the answer and the functions the model may call. Counted are names and descriptions, with what JSON needs around a
/// member; what is written otherwise is never longer than that by much.
/// </summary>
internal sealed class DeclaredTexts
{
    // "name":{"type":"string","description":""}, and the name once more where it is required.
    private const int TokensPerMember = 12;

    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private int _tokens;

    /// <summary>The tokens of a method's schema and functions.</summary>
    public static int Estimate(IMethodSymbol method, INamedTypeSymbol? tools)
    {
        var texts = new DeclaredTexts();
        texts.AddType(method.ReturnType);
        foreach (AttributeData attribute in method.GetAttributes().Concat(method.ContainingType.GetAttributes()))
        {
            if (tools is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, tools))
            {
                texts.AddFunctions(attribute);
            }
        }

        return texts._tokens;
    }

    private void AddFunctions(AttributeData tools)
    {
        foreach (TypedConstant argument in tools.ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values.AsEnumerable() : [argument]))
        {
            if (argument.Value is INamedTypeSymbol type)
            {
                foreach ((IMethodSymbol function, AttributeData attribute) in ToolParser.FindMethods(type))
                {
                    Add(function.Name, attribute.GetFirstText());
                    foreach (IParameterSymbol parameter in function.Parameters)
                    {
                        Add(parameter.Name, DescriptionOf(parameter));
                        AddType(parameter.Type);
                    }
                }
            }
        }
    }

    // Objects once each, as a schema defines them.
    private void AddType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            AddType(array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol named || !_types.Add(named.OriginalDefinition))
        {
            return;
        }

        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            AddType(argument);
        }

        if (named.DeclaringSyntaxReferences.Length == 0)
        {
            return;
        }

        Add("", DescriptionOf(named));
        foreach (ISymbol member in named.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } property && !JsonAttributes.IsIgnored(property))
            {
                Add(property.Name, DescriptionOf(property));
                AddType(property.Type);
            }
            else if (named.TypeKind == TypeKind.Enum && member is IFieldSymbol { HasConstantValue: true })
            {
                Add(member.Name, DescriptionOf(member));
            }
        }
    }

    private void Add(string name, string? description)
        => _tokens += TokensPerMember + TokenEstimator.Estimate(name.AsSpan()) + (description is null ? 0 : TokenEstimator.Estimate(description.AsSpan()));

    private static string? DescriptionOf(ISymbol symbol) => symbol.FindAttribute("System.ComponentModel", "DescriptionAttribute")?.GetFirstText();
}
