using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads the types of <c>[Tools]</c> into functions the model may call.</summary>
internal sealed partial class ToolParser
{
    private const int DefaultMaxRounds = 10;

    private static readonly string[] ErrorHandlings = ["Report", "ReportWithoutDetails", "Throw"];

    private readonly AnswerTypeParser _answers;
    private readonly ContractIssueReporter _issues;
    private readonly ContractLocations _locations;
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _contract;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<INamedTypeSymbol, List<int>> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _refused = new(SymbolEqualityComparer.Default);

    public ToolParser(
        AnswerTypeParser answers,
        ContractIssueReporter issues,
        ContractLocations locations,
        Compilation compilation,
        INamedTypeSymbol contract,
        CancellationToken cancellationToken)
    {
        _answers = answers;
        _issues = issues;
        _locations = locations;
        _compilation = compilation;
        _contract = contract;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The functions read so far.</summary>
    public List<ToolModel> Tools { get; } = [];

    /// <summary>Reads what a method offers.</summary>
    /// <param name="method">The method.</param>
    /// <param name="attribute">The <c>[Tools]</c> that holds for it, or null.</param>
    /// <returns>The functions; null when it offers none.</returns>
    public ToolSetModel? Parse(IMethodSymbol method, AttributeData? attribute)
    {
        List<int> tools = [];
        HashSet<INamedTypeSymbol> seen = new(SymbolEqualityComparer.Default);
        AttributeData? settings = attribute;
        bool takesSet = false;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            AttributeData? own = parameter.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolsAttribute);
            bool isSet = PromptValues.IsToolSet(parameter.Type);
            takesSet |= isSet;
            settings ??= own;
            if (own is null || isSet)
            {
                continue;
            }

            if (parameter.Type is INamedTypeSymbol type && seen.Add(type))
            {
                AddType(type, _locations.OfName(parameter), tools);
            }
            else
            {
                _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(parameter), parameter.Name, "another parameter offers the same functions; remove one of the two");
            }
        }

        if (attribute is not null)
        {
            AddTypes(attribute, seen, tools);
        }

        CheckNames(_locations.OfName(method), method.ContainingType.Name + "." + method.Name, tools);
        return tools.Count == 0 && !takesSet ? null : new ToolSetModel(
            tools.ToEquatableArray(),
            settings.GetNamedArgument(WellKnownNames.MaxRounds).Value is int and > 0 and int rounds ? rounds : DefaultMaxRounds,
            settings.GetNamedArgument(WellKnownNames.OnError).Value is int and >= 0 and int handling && handling < ErrorHandlings.Length ? ErrorHandlings[handling] : ErrorHandlings[0],
            settings.GetNamedArgument(WellKnownNames.RequireApproval).Value is true);
    }

    /// <summary>Reads the functions of one type, which no method offers.</summary>
    /// <param name="attribute">The attribute that names it.</param>
    /// <returns>The type; null when generated code cannot name it.</returns>
    public INamedTypeSymbol? ParseOnly(AttributeData attribute)
    {
        Location location = _locations.OfArgument(attribute, null);
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type }])
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, location, "[ToolSetOf]", "it names no type; write typeof(…) of a class or interface");
            return null;
        }

        List<int> tools = [];
        AddType(type, location, tools);
        CheckNames(location, type.GetShortName(), tools);
        return FindFault(type) is null ? type : null;
    }

    private void AddTypes(AttributeData attribute, HashSet<INamedTypeSymbol> seen, List<int> tools)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } list])
        {
            return;
        }

        foreach (TypedConstant item in list.Values)
        {
            if (item.Value is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            {
                // A type that does not exist is the compiler's to tell.
                if (item.Value is not IErrorTypeSymbol)
                {
                    _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfArgument(attribute, null), "[Tools]", "it names no type; write typeof(…) of a class or interface");
                }
            }
            else if (seen.Add(type))
            {
                AddType(type, _locations.OfArgument(attribute, null), tools);
            }
        }
    }

    private void AddType(INamedTypeSymbol type, Location location, List<int> tools)
    {
        if (_refused.Contains(type))
        {
            _issues.Fail(DiagnosticIds.ToolNotDescribable, type.Name, "one of its methods cannot be described, as reported there");
            return;
        }

        if (!_types.TryGetValue(type, out List<int>? known))
        {
            known = [];
            if (!ParseType(type, location, known))
            {
                _refused.Add(type);
                return;
            }

            _types.Add(type, known);
        }

        tools.AddRange(known);
    }

    private bool ParseType(INamedTypeSymbol type, Location location, List<int> tools)
    {
        if (FindFault(type) is { } fault)
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, location, type.GetShortName(), fault);
            return false;
        }

        bool isFine = true;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((IMethodSymbol method, AttributeData attribute) in FindMethods(type))
        {
            ToolModel? tool = ParseMethod(type, method, attribute);
            isFine &= tool is not null && (names.Add(tool.Name) || RefuseSecond(method, tool.Name, names));
            if (tool is not null)
            {
                tools.Add(Tools.Count);
                Tools.Add(tool);
            }
        }

        if (isFine && tools.Count == 0)
        {
            _issues.Error(DiagnosticIds.ToolNotDescribable, location, type.GetShortName(), "it has no method marked [Tool(\"…\")]; mark those the model may call");
            return false;
        }

        return isFine;
    }

    /// <summary>The methods of a type that the model may call, each once, with what marks them.</summary>
    public static IEnumerable<(IMethodSymbol Method, AttributeData Attribute)> FindMethods(INamedTypeSymbol type)
    {
        HashSet<string> signatures = new(StringComparer.Ordinal);
        foreach (INamedTypeSymbol declaring in GetDeclaringTypes(type))
        {
            foreach (ISymbol member in declaring.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                    && method.FindAttribute(WellKnownNames.Namespace, WellKnownNames.ToolAttribute) is { } attribute
                    && signatures.Add(GetSignature(method)))
                {
                    yield return (method, attribute);
                }
            }
        }
    }

    private string? FindFault(INamedTypeSymbol type)
        => type.TypeKind is not (TypeKind.Class or TypeKind.Interface) ? "the model calls methods of classes and interfaces; put them into one"
            : ObsoleteErrors.FindCure(type) is { } cure ? cure
            : type.IsUnboundGenericType ? "it is generic; name its type arguments"
            : !IsAccessible(type) || type.IsInFileLocal() ? "generated code cannot see it; make it internal or public"
            : null;

    /// <summary>The type, what it derives from, then its interfaces: a method that a type declares itself is not taken from an interface again.</summary>
    private static IEnumerable<INamedTypeSymbol> GetDeclaringTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (INamedTypeSymbol current in type.AllInterfaces)
        {
            yield return current;
        }
    }

    private static string GetSignature(IMethodSymbol method)
    {
        string signature = method.Name;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            signature += "," + parameter.Type.GetPlainName();
        }

        return signature;
    }

    /// <summary>Overloads are one name to the model.</summary>
    private bool RefuseSecond(IMethodSymbol method, string name, HashSet<string> names)
    {
        _issues.Error(
            DiagnosticIds.ToolNotDescribable,
            _locations.OfName(method),
            ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.ToolName, ToolNames.FindFree(name, GetArgumentNames(method), names)),
            GetName(method),
            $"another function of '{method.ContainingType.Name}' is called '{name}'; give it another name with [Tool(Name = \"…\")]");
        return false;
    }

    private static IEnumerable<string> GetArgumentNames(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (Classify(parameter) == ToolParameterKind.Argument)
            {
                yield return parameter.Name;
            }
        }
    }

    /// <summary>Functions of several types are offered together here only.</summary>
    private void CheckNames(Location location, string name, List<int> tools)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (int index in tools)
        {
            if (!names.Add(Tools[index].Name))
            {
                _issues.Error(
                    DiagnosticIds.ToolNotDescribable,
                    location,
                    name,
                    $"two of its functions are called '{Tools[index].Name}'; give one of them another name with [Tool(Name = \"…\")]");
            }
        }
    }

    private bool IsAccessible(ISymbol symbol)
        => !ObsoleteErrors.IsMarked(symbol) && _compilation.IsSymbolAccessibleWithin(symbol, (ISymbol?)_contract.ContainingType ?? _contract.ContainingAssembly);
}
