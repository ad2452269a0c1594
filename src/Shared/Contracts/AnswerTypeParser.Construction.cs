using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>How an object comes to be and how its members get their values.</content>
internal sealed partial class AnswerTypeParser
{
    /// <summary>
    /// The constructor to use: the one marked <c>[JsonConstructor]</c>, else the one without parameters, else the only one there is.
    /// A struct without any of its own has none.
    /// </summary>
    private IMethodSymbol? FindConstructor(INamedTypeSymbol type)
    {
        IMethodSymbol? only = null;
        IMethodSymbol? parameterless = null;
        int count = 0;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            bool isCopy = type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
            bool isImplicitOfStruct = type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty;
            if (isCopy || isImplicitOfStruct || !IsAccessible(constructor))
            {
                continue;
            }

            if (JsonAttributes.IsChosen(constructor))
            {
                return constructor;
            }

            parameterless = constructor.Parameters.IsEmpty ? constructor : parameterless;
            only = constructor;
            count++;
        }

        return parameterless ?? (count == 1 ? only : null);
    }

    private static IParameterSymbol? FindParameter(IMethodSymbol? constructor, IPropertySymbol property)
    {
        if (constructor is not null)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
                    && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                {
                    return parameter;
                }
            }
        }

        return null;
    }

    /// <summary>How a member gets its value; null when nothing can set it.</summary>
    private AnswerWrite? FindWrite(IPropertySymbol property, IParameterSymbol? parameter, IMethodSymbol? constructor)
    {
        bool isSettable = property.SetMethod is { } setter && IsAccessible(setter);
        bool mustBeInitialized = property.IsRequired && isSettable
            && constructor?.FindAttribute("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") is null;
        if (mustBeInitialized)
        {
            return AnswerWrite.Initializer;
        }

        return parameter is not null ? AnswerWrite.Constructor
            : !isSettable ? null
            : !property.SetMethod!.IsInitOnly ? AnswerWrite.Setter
            : MayBeAbsent(property) && !IsGeneric(property.ContainingType) ? AnswerWrite.InitAccessor
            : AnswerWrite.Initializer;
    }

    private static bool MayBeAbsent(IPropertySymbol property) => IsNullable(property.Type) && !JsonAttributes.IsRequired(property);

    /// <summary>The accessor is called past the compiler, which .NET 8 cannot do for members of generic types.</summary>
    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.Arity > 0 || IsGeneric(type.ContainingType));

    /// <summary>
    /// Whether a member that nothing sets looks as if it was meant to be: it stores a value, or says that it belongs to the JSON. One that
    /// computes its value is left alone.
    /// </summary>
    private static bool IsReadOnlyByMistake(IPropertySymbol property)
    {
        if (JsonAttributes.IsRequired(property) || JsonAttributes.IsIncluded(property))
        {
            return true;
        }

        foreach (ISymbol member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } && SymbolEqualityComparer.Default.Equals(owner, property))
            {
                return true;
            }
        }

        return false;
    }
}
