using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen;

/// <content>Members: what is a prompt, and what only throws.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Reads a member.</summary>
    /// <returns>False when not even a throwing body can be written for it.</returns>
    private bool ParseMember(ContractMember member)
    {
        _issues.BeginMember(isMuted: IsReportedElsewhere(member.Symbol.ContainingType));
        _answers.Uses.Add(member.Symbol);
        if (RefuseUnspeakable(member.Symbol))
        {
            return false;
        }

        if (member.Symbol is IMethodSymbol { IsStatic: false, Arity: 0 })
        {
            if (ParseServed(member))
            {
                return true;
            }
        }
        else
        {
            _issues.Error(DiagnosticIds.InvalidContractType, _locations.OfName(member.Symbol), GetMemberName(member.Symbol), GetMemberFault(member.Symbol));
        }

        UnservedMemberModel? unserved = UnservedMembers.Create(member, _issues.FirstError!);
        if (unserved is not null)
        {
            _unserved.Add(unserved);
        }

        return unserved is not null;
    }

    /// <summary>Reads a method and keeps it if it can be served.</summary>
    private bool ParseServed(ContractMember member)
    {
        IMethodSymbol method = (IMethodSymbol)member.Symbol;
        MethodAttributes attributes = MethodAttributes.Read(method, _contractAttributes, _contract);
        if (attributes.Embed is not null)
        {
            EmbeddingMethodModel? embedding = ParseEmbedding(method, member.ExplicitInterface, attributes);
            if (embedding is null || _issues.FirstError is not null)
            {
                return false;
            }

            _embeddings.Add(embedding);
            return true;
        }

        PromptMethodModel? model = ParseMethod(member, attributes);
        CheckRenderName(method, member.ExplicitInterface);
        if (model is null || _issues.FirstError is not null)
        {
            return false;
        }

        _methods.Add(model);
        return true;
    }

    /// <summary>A method that is implemented explicitly is not seen at the class, and neither would be what shows its call.</summary>
    private void CheckRenderName(IMethodSymbol method, string? explicitInterface)
    {
        if (explicitInterface is null && _issues.FirstError is null && _renderNames.Take(method) is { } clash)
        {
            _issues.Error(
                DiagnosticIds.GeneratedNameClash,
                _locations.OfName(method),
                RenderNames.Get(method.Name),
                GetMemberName(method),
                clash,
                "rename one of the two methods");
        }
    }

    /// <summary>Refuses a member whose signature generated code cannot even write down.</summary>
    private bool RefuseUnspeakable(ISymbol member)
    {
        if (member is not IMethodSymbol method)
        {
            return FindUnspeakable(member) is { } fault && RefuseMember(member, fault);
        }

        if (FindUnspeakable(method.ReturnType) is { } reason)
        {
            RefuseReturnType(method, reason);
            return true;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (FindUnspeakable(parameter.Type) is { } cure)
            {
                RefuseParameter(parameter, cure);
                return true;
            }
        }

        return false;
    }

    private string? FindUnspeakable(ISymbol propertyOrEvent)
    {
        if (propertyOrEvent is not IPropertySymbol property)
        {
            return FindUnspeakable(((IEventSymbol)propertyOrEvent).Type);
        }

        string? fault = FindUnspeakable(property.Type);
        foreach (IParameterSymbol index in property.Parameters)
        {
            fault ??= FindUnspeakable(index.Type);
        }

        return fault;
    }

    private bool RefuseMember(ISymbol member, string cure)
    {
        _issues.Error(DiagnosticIds.InvalidContractType, _locations.OfName(member), GetMemberName(member), cure);
        return true;
    }

    private string? FindUnspeakable(ITypeSymbol type)
        => _compilation.FindAlias(type) is { } alias ? GetAliasCure(alias)
            : UnsafeTypes.Contains(type) && _compilation is not CSharpCompilation { Options.AllowUnsafe: true }
                ? "only unsafe code can name the type, and the project allows none; take a value, or set <AllowUnsafeBlocks>"
            : ObsoleteErrors.FindCure(type);

    private static string GetAliasCure(string alias)
        => $"generated code reaches nothing that is behind the extern alias '{alias}' alone; add 'global' to the reference's aliases";

    /// <summary>Whether the interface is a contract of this compilation, whose own analysis reports its members.</summary>
    private bool IsReportedElsewhere(INamedTypeSymbol declaring)
        => !SymbolEqualityComparer.Default.Equals(declaring, _contract)
            && !declaring.DeclaringSyntaxReferences.IsEmpty
            && declaring.FindAttribute(WellKnownNames.Namespace, WellKnownNames.GeminiPromptsAttribute) is not null;

    private static string GetMemberFault(ISymbol member) => member switch
    {
        { IsStatic: true } => "a static member has no client to send with; make it an instance method",
        IMethodSymbol => "a prompt's method cannot be generic; write one method for each answer",
        IPropertySymbol => "a contract holds methods only; give the property a body or turn it into a method with [Prompt]",
        _ => "a contract holds methods only; remove the event",
    };

    private static string GetMemberName(ISymbol member) => member.ContainingType.Name + "." + member.Name;

    /// <summary>A method with a body is left as it is, so a prompt or example on it says something that does not happen.</summary>
    private void WarnOfPromptsWithBody()
    {
        if (!_issues.IsListening)
        {
            return;
        }

        _issues.BeginMember(isMuted: false);
        foreach (ISymbol member in _contract.GetMembers())
        {
            if (member is not IMethodSymbol { IsAbstract: false })
            {
                continue;
            }

            foreach (AttributeData attribute in member.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: WellKnownNames.PromptAttribute or WellKnownNames.PromptFileAttribute or WellKnownNames.ExampleAttribute or WellKnownNames.EmbedAttribute } type && type.IsNamed(WellKnownNames.Namespace, type.Name))
                {
                    WarnOfAttribute(member, attribute, "the method has a body, which runs instead; remove one of the two");
                }
            }
        }
    }

    /// <summary>Reports an attribute that does nothing.</summary>
    private void WarnOfAttribute(ISymbol member, AttributeData attribute, string cure)
    {
        string name = attribute.AttributeClass!.Name;
        _issues.Warn(
            DiagnosticIds.ConflictingAttributes,
            _locations.OfArgument(attribute, null),
            CanRemove,
            "[" + name.Substring(0, name.Length - nameof(Attribute).Length) + "]",
            member is IMethodSymbol ? GetMemberName(member) : member.Name,
            cure);
    }
}
