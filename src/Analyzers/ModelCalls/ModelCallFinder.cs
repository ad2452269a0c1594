using System.Collections.Concurrent;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>
/// Finds the calls that reach a model in some code, for rules that mark something else than the call: what has a fix has to be told where it stands. Names are looked at first, so
/// code that calls no model costs a walk over its syntax.
/// </summary>
/// <param name="compilation">The project.</param>
/// <param name="symbols">Our types, where the runtime is referenced.</param>
/// <param name="project">What the whole project says.</param>
internal sealed class ModelCallFinder(Compilation compilation, GeminiSymbols? symbols, ProjectFacts project)
{
    private static readonly HashSet<string> SenderNames = new(
        HttpSend.MethodNames.Concat(ModelSenders.All.SelectMany(static sender => sender.Methods).SelectMany(static methods => methods.Names)),
        StringComparer.Ordinal);

    private readonly Lazy<Dictionary<INamedTypeSymbol, (ModelSender Sender, SenderMethods Methods)>> _senders = new(() => FindSenders(compilation));

    // Several lines of a member may log.
    private readonly ConcurrentDictionary<SyntaxNode, IReadOnlyList<ModelCall>> _found = new();

    /// <summary>The calls inside a node.</summary>
    public IReadOnlyList<ModelCall> FindIn(SyntaxNode scope, OperationAnalysisContext context)
        => context.Operation.SemanticModel is { } model ? _found.GetOrAdd(scope, node => [.. Find(node, model, context)]) : [];

    private IEnumerable<ModelCall> Find(SyntaxNode scope, SemanticModel model, OperationAnalysisContext context)
    {
        foreach (InvocationExpressionSyntax syntax in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            bool isCandidate = RetryShapes.NameOf(syntax) is { } name && (symbols is not null || SenderNames.Contains(name));
            if (isCandidate && model.GetOperation(syntax, context.CancellationToken) is IInvocationOperation invocation && Read(invocation, context) is { } call)
            {
                yield return call;
            }
        }
    }

    private ModelCall? Read(IInvocationOperation invocation, OperationAnalysisContext context)
    {
        IMethodSymbol method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        if (method.ContainingType is not { } type)
        {
            return null;
        }

        if (symbols is not null && type.TypeKind == TypeKind.Interface && type.FindAttribute(symbols.GeminiPrompts) is not null)
        {
            return ModelCallReader.ReadCall(context, invocation, ModelSenders.Contracts);
        }

        if (HttpSend.MethodNames.Contains(method.Name) && type.Name is "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions")
        {
            return ModelCallReader.ReadSend(context, invocation, project);
        }

        return _senders.Value.TryGetValue(type, out (ModelSender Sender, SenderMethods Methods) known) && known.Methods.Names.Contains(method.Name)
            ? ModelCallReader.ReadCall(context, invocation, known.Sender)
            : null;
    }

    private static Dictionary<INamedTypeSymbol, (ModelSender, SenderMethods)> FindSenders(Compilation compilation)
    {
        Dictionary<INamedTypeSymbol, (ModelSender, SenderMethods)> senders = new(SymbolEqualityComparer.Default);
        foreach (ModelSender sender in ModelSenders.All)
        {
            foreach (SenderMethods methods in sender.Methods)
            {
                foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(methods.TypeName))
                {
                    senders[type] = (sender, methods);
                }
            }
        }

        return senders;
    }
}
