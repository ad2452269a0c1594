using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Fakes;

/// <summary>Reads what a fake of a contract needs: signatures only, so that contracts of referenced assemblies are faked like one's own.</summary>
internal static class FakeReader
{
    private const string Tasks = "System.Threading.Tasks";

    /// <summary>Reads a contract that <see cref="FakeContracts"/> finds no fault with.</summary>
    public static FakeModel? Read(INamedTypeSymbol contract, Compilation compilation, CancellationToken cancellationToken)
    {
        AttributeData attribute = contract.FindAttribute(WellKnownNames.Namespace, WellKnownNames.GeminiPromptsAttribute)!;
        string className = ContractNames.GetClassName(contract, attribute);
        INamedTypeSymbol? renderer = FindClass(contract, className, compilation);
        bool isOwn = SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, compilation.Assembly);
        MarkedUses uses = new();
        uses.Add(contract);
        List<(IMethodSymbol Symbol, FakeMethodModel Model)> methods = [];
        List<UnservedMemberModel> unserved = [];
        foreach (ContractMember member in ContractMembers.Collect(contract, className))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!CanBeNamed(member.Symbol, compilation))
            {
                // Its contract is not served either, which is reported there.
                return null;
            }

            uses.Add(member.Symbol);
            if (member.Symbol is IMethodSymbol method && ReadMethod(method, member.ExplicitInterface) is { } model)
            {
                methods.Add((method, model with { HasPrompt = HasPrompt(method, member.ExplicitInterface) && (isOwn || Renders(renderer, method)) }));
            }
            else if (UnservedMembers.Create(member, $"'{contract.Name}.{member.Symbol.Name}' is no method that sends a prompt, so a fake has no answer for it.") is { } other)
            {
                unserved.Add(other);
            }
            else
            {
                return null;
            }
        }

        return new FakeModel(
            contract.GetFullMetadataName(),
            contract.Name,
            contract.GetPlainName(),
            FakeNames.Assign(methods).ToEquatableArray(),
            unserved.ToEquatableArray(),
            isOwn || renderer is not null ? new FakeRenderer(GetClassTypeName(contract, className), TakesConversations(renderer), TakesServices(renderer)) : null)
        {
            IsOwn = isOwn,
            IsElsewhere = FindElsewhere(contract, compilation),
            MarkedIds = uses.Ids,
        };
    }

    private static bool CanBeNamed(ISymbol member, Compilation compilation)
    {
        if (member is not IMethodSymbol method)
        {
            return true;
        }

        bool canBeNamed = CanBeNamed(method.ReturnType, compilation);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            canBeNamed &= CanBeNamed(parameter.Type, compilation);
        }

        return canBeNamed;
    }

    private static bool CanBeNamed(ITypeSymbol type, Compilation compilation)
        => compilation.FindAlias(type) is null && ObsoleteErrors.FindCure(type) is null;

    private static FakeMethodModel? ReadMethod(IMethodSymbol method, string? explicitInterface)
    {
        if (method.IsStatic || method.Arity > 0 || method.RefKind != RefKind.None || method.ReturnType is not INamedTypeSymbol { Arity: 1 } type)
        {
            return null;
        }

        List<PromptParameterModel> parameters = [];
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || UnsafeTypes.Contains(parameter.Type))
            {
                return null;
            }

            parameters.Add(new PromptParameterModel(
                parameter.Name,
                PromptValues.GetArgumentType(parameter).GetAnnotatedName(),
                CSharpLiteral.DefaultValue(parameter),
                parameter.IsParams,
                IsNullChecked: PromptValues.PromisesNotNull(parameter),
                PromptValues.ClassifyForCall(parameter),
                IsNullable: false)
            {
                NullPromises = PromptValues.GetNullPromises(parameter),
                DefaultAttributes = CSharpLiteral.DefaultAttributes(parameter),
            });
        }

        bool isValueTask = type.IsNamed(Tasks, "ValueTask");
        ITypeSymbol answer = type.TypeArguments[0];
        FakeShape shape;
        if (isValueTask || type.IsNamed(Tasks, "Task"))
        {
            bool isResult = answer is INamedTypeSymbol { Arity: 1 } && answer.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptResult);
            shape = isResult ? FakeShape.Result : FakeShape.Value;
            answer = isResult ? ((INamedTypeSymbol)answer).TypeArguments[0] : answer;
        }
        else if (type.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptStream) || type.IsNamed("System.Collections.Generic", "IAsyncEnumerable"))
        {
            shape = FakeShape.Stream;
        }
        else
        {
            return null;
        }

        return new FakeMethodModel(
            method.Name, method.ReturnType.GetAnnotatedName(), explicitInterface, parameters.ToEquatableArray(), shape, isValueTask, answer.GetAnnotatedName(), method.Name, HasPrompt: false);
    }

    private static bool HasPrompt(IMethodSymbol method, string? explicitInterface)
        => explicitInterface is null && method.FindAttribute(WellKnownNames.Namespace, WellKnownNames.EmbedAttribute) is null;

    private static bool Renders(INamedTypeSymbol? renderer, IMethodSymbol method)
    {
        if (renderer is null)
        {
            return false;
        }

        foreach (ISymbol member in renderer.GetMembers(RenderNames.Get(method.Name)))
        {
            if (member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } candidate && ContractMembers.HaveSameParameters(candidate, method))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The contract's class in a referenced assembly; that of this compilation is not there yet.</summary>
    private static INamedTypeSymbol? FindClass(INamedTypeSymbol contract, string className, Compilation compilation)
    {
        INamespaceOrTypeSymbol scope = (INamespaceOrTypeSymbol?)contract.ContainingType ?? contract.ContainingNamespace;
        foreach (INamedTypeSymbol type in scope.GetTypeMembers(className, 0))
        {
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, contract.ContainingAssembly) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                return type;
            }
        }

        return null;
    }

    private static bool TakesConversations(INamedTypeSymbol? renderer) => Takes(renderer, static type => type.IsNamed(WellKnownNames.Namespace, "KeyedConversations"));

    private static bool TakesServices(INamedTypeSymbol? renderer) => Takes(renderer, static type => type.IsNamed("System", "IServiceProvider"));

    private static bool Takes(INamedTypeSymbol? renderer, Func<ITypeSymbol, bool> isWanted)
    {
        if (renderer is null)
        {
            return false;
        }

        foreach (IMethodSymbol constructor in renderer.InstanceConstructors)
        {
            if (!constructor.Parameters.IsEmpty && constructor.Parameters[0].Type.IsNamed(WellKnownNames.Namespace, "GeminiClient"))
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (isWanted(parameter.Type))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool FindElsewhere(INamedTypeSymbol contract, Compilation compilation)
    {
        foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(FakeContracts.Namespace + "." + FakeNames.ClassOf(contract.GetFullMetadataName())))
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                return true;
            }
        }

        return false;
    }

    private static string GetClassTypeName(INamedTypeSymbol contract, string className)
    {
        string scope = contract.ContainingType is { } container ? container.GetPlainName() + "."
            : contract.GetNamespaceName() is { Length: > 0 } name ? "global::" + name + "."
            : "global::";
        return scope + CSharpLiteral.TypeIdentifier(className);
    }
}
