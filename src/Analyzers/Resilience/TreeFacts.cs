using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// What one file says about retries, by spelling alone: who calls whom, which calls stand where something could repeat them, and which clients are registered. Kept with the
/// syntax tree, so an edit of one file reads one file.
/// </summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Cache = new();

    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _callers = new(StringComparer.Ordinal);
    private readonly List<ClientRegistration> _registrations = [];

    private TreeFacts(SyntaxNode root, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case InvocationExpressionSyntax call when RetryShapes.NameOf(call) is { } name:
                    AddCall(call, name, cancellationToken);
                    break;
                case ArgumentSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } argument:
                    AddMethodGroup(argument);
                    break;
                case SimpleNameSyntax name when RetryShapes.IsResilienceName(name.Identifier.ValueText):
                    HasResilience = true;
                    break;
            }
        }
    }

    /// <summary>True when the file names a resilience handler, a delegating handler, or defaults for all clients.</summary>
    public bool HasResilience { get; }

    /// <summary>The clients the file registers.</summary>
    public IReadOnlyList<ClientRegistration> Registrations => _registrations;

    /// <summary>The facts of a file.</summary>
    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Cache.TryGetValue(tree, out TreeFacts? facts))
        {
            facts = new TreeFacts(tree.GetRoot(cancellationToken), cancellationToken);
            facts = Cache.GetValue(tree, _ => facts);
        }

        return facts;
    }

    /// <summary>True when something of this name is called, or handed over, where it could be repeated.</summary>
    public bool IsRepeated(string name) => _repeated.Contains(name);

    /// <summary>The names of the members that call something of this name.</summary>
    public IEnumerable<string> CallersOf(string name) => _callers.TryGetValue(name, out HashSet<string>? callers) ? callers : [];

    private void AddCall(InvocationExpressionSyntax call, string name, CancellationToken cancellationToken)
    {
        if (RetryShapes.MayBeRepeated(call))
        {
            _repeated.Add(name);
        }

        if (RetryShapes.EnclosingMemberName(call) is { } caller)
        {
            if (!_callers.TryGetValue(name, out HashSet<string>? callers))
            {
                _callers[name] = callers = new HashSet<string>(StringComparer.Ordinal);
            }

            callers.Add(caller);
        }

        if (name == ClientRegistration.MethodName)
        {
            _registrations.Add(ClientRegistration.Read(call, cancellationToken));
        }
    }

    // "Retry(AskAsync)": a method handed over can be called any number of times.
    private void AddMethodGroup(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is InvocationExpressionSyntax call && !RetryShapes.CallsOnce(call))
        {
            _repeated.Add(argument.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : argument.Expression.ToString());
        }
    }
}
