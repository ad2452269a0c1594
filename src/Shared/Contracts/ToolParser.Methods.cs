using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>The methods.</content>
internal sealed partial class ToolParser
{
    private const string TasksNamespace = "System.Threading.Tasks";

    private ToolModel? ParseMethod(INamedTypeSymbol type, IMethodSymbol method, AttributeData attribute)
    {
        string name = attribute.GetNamedArgument(WellKnownNames.Name).Value as string ?? TrimAsync(method.Name);
        if (FindFault(method) is { } fault)
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(method), GetName(method), fault);
            return null;
        }

        if (!ToolNames.IsValid(name))
        {
            RefuseName(method, name);
            return null;
        }

        _answers.Uses.Add(type);
        _answers.Uses.Add(method);
        List<ToolParameterModel> parameters = new(method.Parameters.Length);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParseParameter(method, parameter) is not { } model)
            {
                return null;
            }

            parameters.Add(model);
        }

        if (ParseResult(method, out bool isAwaited) is not { } result)
        {
            return null;
        }

        return new ToolModel(
            name,
            attribute.ConstructorArguments is [{ Value: string { Length: > 0 } description }] ? description : Describe(method),
            type.GetPlainName(),
            method.ContainingType.GetPlainName(),
            method.Name,
            method.IsStatic,
            IsCreatable(type),
            parameters.ToEquatableArray(),
            isAwaited,
            result,
            attribute.GetNamedArgument(WellKnownNames.RequiresApproval).Value is true);
    }

    private string? FindFault(IMethodSymbol method)
        => method.Arity > 0 ? "it is generic; the model cannot choose types"
            : ObsoleteErrors.IsMarked(method) ? "it is marked [Obsolete] as an error, which stops generated code as well; remove one of the two marks"
            : !IsAccessible(method) ? "generated code cannot see it; make it internal or public"
            : method.IsStatic && method.IsAbstract ? "it is static and abstract; make it an instance method"
            : method.ReturnsByRef || method.ReturnsByRefReadonly ? "it returns a reference; return by value"
            : method is { IsAsync: true, ReturnsVoid: true } ? "it is async void, so that nothing waits for it and an exception in it ends the program; return a Task"
            : null;

    private void RefuseName(IMethodSymbol method, string name)
        => _issues.Error(
            DiagnosticIds.ToolNotDescribable,
            _locations.OfName(method),
            ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.ToolName, ToolNames.FindValid(name)),
            GetName(method),
            $"'{name}' is no name the API takes: {ToolNames.Rule}; set [Tool(Name = \"…\")]");

    private ToolParameterModel? ParseParameter(IMethodSymbol method, IParameterSymbol parameter)
    {
        ITypeSymbol type = parameter.Type;
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(parameter), GetName(method, parameter), "pass it by value");
            return null;
        }

        ToolParameterKind kind = Classify(parameter);
        if (kind == ToolParameterKind.Service && FindServiceFault(type) is { } fault)
        {
            Refuse(parameter, GetName(method, parameter), fault);
            return null;
        }

        int index = -1;
        AnswerRules? rules = null;
        if (kind == ToolParameterKind.Argument && !TryParseArgument(parameter, GetName(method, parameter), out index, out rules))
        {
            return null;
        }

        WarnOfUntrusted(method, parameter);
        bool isRequired = rules is { IsRequired: true };
        bool isNullable = AnswerTypeParser.IsNullable(PromptValues.GetArgumentType(parameter)) && !isRequired && !PromptValues.DisallowsNull(parameter);
        return new ToolParameterModel(
            parameter.Name,
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).GetPlainName(),
            kind,
            index,
            isNullable,
            isRequired ? null : CSharpLiteral.DefaultValue(parameter) ?? (isNullable ? "null" : null),
            Describe(parameter),
            rules);
    }

    private static string? FindServiceFault(ITypeSymbol type)
        => ObsoleteErrors.FindCure(type) ?? (UnsafeTypes.Contains(type) || type.IsRefLikeType ? "services are objects; take a class or an interface" : null);

    /// <summary>Where the value of a function's parameter comes from.</summary>
    public static ToolParameterKind Classify(IParameterSymbol parameter)
        => parameter.Type.IsNamed("System.Threading", "CancellationToken") ? ToolParameterKind.CancellationToken
            : parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolServiceAttribute) is not null ? ToolParameterKind.Service
            : parameter.Type.IsNamed("System", "IServiceProvider") ? ToolParameterKind.Services
            : ToolParameterKind.Argument;

    private bool TryParseArgument(IParameterSymbol parameter, string name, out int index, out AnswerRules? rules)
    {
        rules = null;
        index = parameter.Type.TypeKind == TypeKind.Interface && !AnswerTypeParser.IsPossible(parameter.Type)
            ? Refuse(parameter, name, "the model cannot give an interface; mark it [ToolService] if it comes from the services, or use a record")
            : _answers.ParseForTool(parameter.Type, parameter, name);
        return index >= 0 && _answers.TryParseToolRules(parameter, name, out rules);
    }

    /// <summary>Arguments come from the model and go to code: there is no prompt to fence them in.</summary>
    private void WarnOfUntrusted(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (_issues.IsListening && parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.UntrustedAttribute) is { } attribute)
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(attribute, null),
                ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.CanRemove, null),
                "[Untrusted]",
                GetName(method, parameter),
                "the model gives the arguments of a function, and no prompt holds them; check the value in the method, and remove the attribute");
        }
    }

    /// <summary>The index of the result's type, -1 for none; null when it is not supported.</summary>
    private int? ParseResult(IMethodSymbol method, out bool isAwaited)
    {
        ITypeSymbol type = method.ReturnType;
        bool isTask = type.IsNamed(TasksNamespace, "Task") || type.IsNamed(TasksNamespace, "ValueTask");
        isAwaited = isTask;
        if (method.ReturnsVoid || (isTask && type is INamedTypeSymbol { Arity: 0 }))
        {
            return -1;
        }

        ITypeSymbol result = isTask ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        int index = _answers.ParseForTool(result, method, GetName(method));
        return index < 0 ? null : index;
    }

    private int Refuse(ISymbol symbol, string name, string cure)
    {
        _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(symbol), name, cure);
        return -1;
    }

    private bool IsCreatable(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.IsStatic)
        {
            return false;
        }

        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.IsEmpty)
            {
                return IsAccessible(constructor) && !HasRequiredMembers(type);
            }
        }

        return false;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string TrimAsync(string name)
        => name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;

    private string? Describe(ISymbol symbol) => JsonAttributes.GetDescription(symbol) ?? DocumentationText.Find(symbol, _cancellationToken);

    private static string GetName(IMethodSymbol method) => method.ContainingType.Name + "." + method.Name;

    private static string GetName(IMethodSymbol method, IParameterSymbol parameter) => GetName(method) + "(" + parameter.Name + ")";
}
