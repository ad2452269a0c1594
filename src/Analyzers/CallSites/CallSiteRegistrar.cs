using System.Collections.Concurrent;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>
/// What rules wait for, by the symbol used: calls of a method and values set to a property. However many rules there are, the source is walked once, and a project where no
/// symbol of theirs exists is not walked at all.
/// </summary>
internal sealed class CallSiteRegistrar
{
    private readonly Dictionary<IMethodSymbol, CallRule> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IPropertySymbol, SetRule> _sets = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _isMarked = new(SymbolEqualityComparer.Default);
    private INamedTypeSymbol? _mark;
    private CallRule? _markedCall;
    private INamedTypeSymbol? _partialMark;
    private CallRule? _partialCall;

    private readonly Dictionary<INamedTypeSymbol, CreateRule> _creations = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at a call.</summary>
    public delegate void CallRule(OperationAnalysisContext context, IInvocationOperation call);

    /// <summary>Looks at a value set to a property.</summary>
    public delegate void SetRule(OperationAnalysisContext context, IPropertyReferenceOperation target, IOperation value);

    /// <summary>Looks at an object that is made.</summary>
    public delegate void CreateRule(OperationAnalysisContext context, IObjectCreationOperation creation);

    /// <summary>Waits for calls of a type's methods, every overload of these names.</summary>
    public void OnCall(INamedTypeSymbol? type, IReadOnlyCollection<string> names, CallRule rule)
    {
        if (type is null)
        {
            return;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IMethodSymbol method && names.Contains(method.Name))
            {
                _calls[method] = _calls.TryGetValue(method, out CallRule? other) ? other + rule : rule;
            }
        }
    }

    /// <summary>Waits for calls of every method of the interfaces that bear an attribute.</summary>
    public void OnCallOfMarked(INamedTypeSymbol attribute, CallRule rule)
    {
        _mark = attribute;
        _markedCall += rule;
    }

    /// <summary>Waits for calls of partial methods that bear an attribute: a generator writes their bodies.</summary>
    public void OnCallOfPartial(INamedTypeSymbol attribute, CallRule rule)
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
            _creations[type] = _creations.TryGetValue(type, out CreateRule? other) ? other + rule : rule;
        }
    }

    /// <summary>Registers what is waited for, in one callback for each kind.</summary>
    public void Register(CompilationStartAnalysisContext context)
    {
        Baseline baseline = Baseline.Of(context.Options, context.CancellationToken);
        if (_calls.Count > 0 || _mark is not null || _partialMark is not null)
        {
            context.RegisterOperationAction(operation => VisitCall(baseline.Filter(operation)), OperationKind.Invocation);
        }

        if (_sets.Count > 0)
        {
            context.RegisterOperationAction(operation => VisitSet(baseline.Filter(operation)), OperationKind.SimpleAssignment);
        }

        if (_creations.Count > 0)
        {
            context.RegisterOperationAction(operation => VisitCreation(baseline.Filter(operation)), OperationKind.ObjectCreation);
        }
    }

    private void VisitCall(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        IMethodSymbol method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (_calls.TryGetValue(method, out CallRule? rule))
        {
            rule(context, invocation);
        }

        if (_markedCall is not null && method.ContainingType is { TypeKind: TypeKind.Interface } type
            && _isMarked.GetOrAdd(type, type => type.FindAttribute(_mark) is not null))
        {
            _markedCall(context, invocation);
        }

        if (_partialCall is not null && (method.IsPartialDefinition || method.PartialDefinitionPart is not null) && method.FindAttribute(_partialMark) is not null)
        {
            _partialCall(context, invocation);
        }
    }

    private void VisitSet(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target
            && _sets.TryGetValue(target.Property.OriginalDefinition, out SetRule? rule))
        {
            rule(context, target, WithoutConversion(assignment.Value));
        }
    }

    private void VisitCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is INamedTypeSymbol type && _creations.TryGetValue(type.OriginalDefinition, out CreateRule? rule))
        {
            rule(context, creation);
        }
    }

    private static IOperation WithoutConversion(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
}
