using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen;

/// <summary>Finds the exact spots of a contract's issues. Without a listener every answer is <see cref="Location.None"/>, at no cost.</summary>
/// <param name="contract">The contract.</param>
/// <param name="attribute">Its <c>[GeminiPrompts]</c>.</param>
/// <param name="isListening">Whether anybody wants locations.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class ContractLocations(INamedTypeSymbol contract, AttributeData attribute, bool isListening, CancellationToken cancellationToken)
{
    /// <summary>The contract's name in the declaration that carries the attribute.</summary>
    public Location OfContract()
        => !isListening ? Location.None
            : attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } declaration
                ? declaration.Identifier.GetLocation()
                : contract.Locations[0];

    /// <summary>The name of a symbol; the contract's where the symbol comes from another assembly.</summary>
    public Location OfName(ISymbol symbol)
        => isListening && symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource ? symbol.Locations[0] : OfContract();

    /// <summary>The return type of a method, else the type of a property.</summary>
    public Location OfType(ISymbol member) => GetSyntax(member) switch
    {
        MethodDeclarationSyntax method => method.ReturnType.GetLocation(),
        ParameterSyntax { Type: { } type } => type.GetLocation(),
        _ => OfName(member),
    };

    /// <summary>A named argument of an attribute; the attribute when no name is given.</summary>
    public Location OfArgument(AttributeData data, string? name)
    {
        if (!isListening || data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return OfContract();
        }

        if (name is not null && syntax.ArgumentList is { } list)
        {
            foreach (AttributeArgumentSyntax argument in list.Arguments)
            {
                if (argument.NameEquals?.Name.Identifier.ValueText == name)
                {
                    return argument.GetLocation();
                }
            }
        }

        return syntax.GetLocation();
    }

    /// <summary>Characters of a template's value, in the attribute's argument.</summary>
    public Location OfTemplate(AttributeData data, string template, int start, int length)
    {
        if (!isListening || data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax { ArgumentList: { } list })
        {
            return OfContract();
        }

        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameEquals is null)
            {
                return ConstantStringMap.Locate(argument.Expression, template, start, length);
            }
        }

        return list.GetLocation();
    }

    private SyntaxNode? GetSyntax(ISymbol symbol)
        => isListening && symbol.DeclaringSyntaxReferences.Length > 0 ? symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) : null;
}
