using System.Collections.Concurrent;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>
/// What rules wait for, by the symbol used: calls of a method, values set to a property, objects that are made. Names are kept beside the symbols, so that most of a file is passed
/// over by its spelling.
/// </summary>
internal sealed class CallSiteRegistrar
{
    private readonly Dictionary<IMethodSymbol, CallRule> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, CallRule> _callsBeside = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IPropertySymbol, SetRule> _sets = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, CreateRule> _creations = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _callNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namesBeside = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _createNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isMarked = new(SymbolEqualityComparer.Default);
    private MarkedMethods? _marked;
    private INamedTypeSymbol? _mark;
    private CallRule? _markedCall;
    private INamedTypeSymbol? _partialMark;
    private CallRule? _partialCall;

    /// <summary>Looks at a call.</summary>
    public delegate void CallRule(CallSite site, IInvocationOperation call);

    /// <summary>Looks at a value set to a property.</summary>
    public delegate void SetRule(CallSite site, IPropertyReferenceOperation target, IOperation value);

    /// <summary>Looks at an object that is made.</summary>
    public delegate void CreateRule(CallSite site, IObjectCreationOperation creation);

    /// <summary>Whether rules wait for objects that are made.</summary>
    public bool WaitsForCreation => _creations.Count > 0;

    /// <summary>Waits for calls of a type's methods, every overload of these names.</summary>
    public void OnCall(INamedTypeSymbol? type, IReadOnlyCollection<string> names, CallRule rule) => Add(type, names, rule, _calls, _callNames);

    /// <summary>The same for calls that matter only in a file that calls a model, or makes what one is sent: they are looked at when the walk is over and knows.</summary>
    public void OnCallBesideModel(INamedTypeSymbol? type, IReadOnlyCollection<string> names, CallRule rule) => Add(type, names, rule, _callsBeside, _namesBeside);

    /// <summary>Waits for calls of every method of the interfaces that bear an attribute.</summary>
    public void OnCallOfMarked(INamedTypeSymbol attribute, Compilation compilation, CallRule rule)
    {
        _mark = attribute;
        _marked = new MarkedMethods(attribute, compilation);
        _markedCall += rule;
    }

    /// <summary>The same for calls of partial methods that bear an attribute: a generator writes their bodies.</summary>
    public void OnPartialCallBesideModel(INamedTypeSymbol attribute, CallRule rule)
    {
        _partialMark = attribute;
        _partialCall += rule;
    }

    /// <summary>Waits for values set to a type's property; <c>this[]</c> is an indexer's name.</summary>
    public void OnSet(INamedTypeSymbol? type, string name, SetRule rule)
    {
        if (type is null)
        {
            return;
        }

        _setNames.Add(name);
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IPropertySymbol property)
            {
                _sets[property] = _sets.TryGetValue(property, out SetRule? other) ? other + rule : rule;
            }
        }
    }

    /// <summary>Waits for objects of a type that <c>new</c> makes.</summary>
    public void OnCreate(INamedTypeSymbol? type, CreateRule rule)
    {
        if (type is not null)
        {
            _createNames.Add(type.Name);
            _creations[type] = _creations.TryGetValue(type, out CreateRule? other) ? other + rule : rule;
        }
    }

    /// <summary>Whether a method of this name is waited for.</summary>
    public bool MayCall(string name, CancellationToken cancellationToken) => _callNames.Contains(name) || _marked?.HasName(name, cancellationToken) == true;

    /// <summary>Whether a method of this name is waited for beside a model.</summary>
    public bool MayCallBeside(string name) => _partialCall is not null || _namesBeside.Contains(name);

    /// <summary>Whether a property of this name is waited for.</summary>
    public bool MaySet(string name) => _setNames.Contains(name);

    /// <summary>Whether a type of this name is waited for.</summary>
    public bool MayCreate(string name) => _createNames.Contains(name);

    /// <summary>Shows a call to the rules that wait for it.</summary>
    public void VisitCall(CallSite site, IInvocationOperation call)
    {
        IMethodSymbol method = MethodOf(call);
        if (_calls.TryGetValue(method, out CallRule? rule))
        {
            rule(site, call);
        }

        if (_markedCall is not null && method.ContainingType is { TypeKind: TypeKind.Interface } type
            && _isMarked.GetOrAdd(type, type => type.FindAttribute(_mark) is not null))
        {
            _markedCall(site, call);
        }
    }

    /// <summary>Shows a call to the rules that wait for it beside a model.</summary>
    public void VisitCallBeside(CallSite site, IInvocationOperation call)
    {
        IMethodSymbol method = MethodOf(call);
        if (_callsBeside.TryGetValue(method, out CallRule? rule))
        {
            rule(site, call);
        }

        if (_partialCall is not null && (method.IsPartialDefinition || method.PartialDefinitionPart is not null) && method.FindAttribute(_partialMark) is not null)
        {
            _partialCall(site, call);
        }
    }

    /// <summary>Shows an assignment to the rules that wait for its target.</summary>
    public void VisitSet(CallSite site, ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is IPropertyReferenceOperation target && _sets.TryGetValue(target.Property.OriginalDefinition, out SetRule? rule))
        {
            rule(site, target, assignment.Value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : assignment.Value);
        }
    }

    /// <summary>Shows the creation of an object to the rules that wait for its type.</summary>
    public void VisitCreation(CallSite site, IObjectCreationOperation creation)
    {
        if (creation.Type is INamedTypeSymbol type && _creations.TryGetValue(type.OriginalDefinition, out CreateRule? rule))
        {
            rule(site, creation);
        }
    }

    private static void Add(INamedTypeSymbol? type, IReadOnlyCollection<string> names, CallRule rule, Dictionary<IMethodSymbol, CallRule> rules, HashSet<string> known)
    {
        if (type is null)
        {
            return;
        }

        known.UnionWith(names);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol method && names.Contains(method.Name))
            {
                rules[method] = rules.TryGetValue(method, out CallRule? other) ? other + rule : rule;
            }
        }
    }

    private static IMethodSymbol MethodOf(IInvocationOperation call) => (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
}
