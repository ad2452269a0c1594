using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Suppressors;

/// <summary>
/// The types of a project that generated code fills from JSON: what contracts answer with, what the model's functions are given, and all that these hold. Only types declared in the
/// project count, for only they can have warnings in it.
/// </summary>
internal sealed class AnswerTypes
{
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _assembly;
    private readonly INamedTypeSymbol _contractMark;

    private AnswerTypes(IAssemblySymbol assembly, INamedTypeSymbol contractMark)
    {
        _assembly = assembly;
        _contractMark = contractMark;
    }

    /// <summary>Finds them; none where the runtime is not referenced.</summary>
    public static AnswerTypes? Find(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName(WellKnownNames.GeminiPromptsAttributeMetadataName) is not { } mark)
        {
            return null;
        }

        var types = new AnswerTypes(compilation.Assembly, mark);
        types.Search(compilation.Assembly.GlobalNamespace, cancellationToken);
        return types;
    }

    /// <summary>Whether generated code sets a property.</summary>
    public bool Hold(IPropertySymbol property) => IsRead(property) && _types.Contains(property.ContainingType.OriginalDefinition);

    private void Search(INamespaceOrTypeSymbol scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in scope.GetMembers())
        {
            switch (member)
            {
                case INamespaceOrTypeSymbol inner:
                    AddAnswers(inner as INamedTypeSymbol);
                    Search(inner, cancellationToken);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false } method when IsTool(method):
                    AddParameters(method);
                    break;
            }
        }
    }

    /// <summary>Whether the model may call a method.</summary>
    public static bool IsTool(IMethodSymbol method) => method.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolAttribute) is not null;

    private void AddAnswers(INamedTypeSymbol? type)
    {
        if (type is { TypeKind: TypeKind.Interface } && type.FindAttribute(_contractMark) is not null)
        {
            foreach (INamedTypeSymbol contract in type.AllInterfaces.Insert(0, type))
            {
                foreach (IMethodSymbol method in contract.GetMembers().OfType<IMethodSymbol>())
                {
                    Add(method.ReturnType);
                }
            }
        }
    }

    private void AddParameters(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Add(parameter.Type);
        }
    }

    // Through tasks, results, streams and collections to what they hold.
    private void Add(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Add(array.ElementType);
        }
        else if (type is INamedTypeSymbol named)
        {
            foreach (ITypeSymbol argument in named.TypeArguments)
            {
                Add(argument);
            }

            AddDeclared(named.OriginalDefinition);
        }
    }

    private void AddDeclared(INamedTypeSymbol type)
    {
        bool isObject = type.TypeKind is TypeKind.Class or TypeKind.Struct && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly);
        if (!isObject || !_types.Add(type))
        {
            return;
        }

        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>().Where(IsRead))
        {
            Add(property.Type);
        }

        if (type.BaseType is { } parent)
        {
            AddDeclared(parent.OriginalDefinition);
        }

        foreach (AttributeData derived in type.GetAttributes().Where(static attribute => attribute.AttributeClass is { Name: "JsonDerivedTypeAttribute" }))
        {
            if (derived.ConstructorArguments is [{ Value: INamedTypeSymbol kind }, ..])
            {
                Add(kind);
            }
        }
    }

    private static bool IsRead(IPropertySymbol property)
        => property is { IsStatic: false, IsIndexer: false, SetMethod: not null, DeclaredAccessibility: Accessibility.Public } && !JsonAttributes.IsIgnored(property);
}
