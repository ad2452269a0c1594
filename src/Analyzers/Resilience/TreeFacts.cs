using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// What one file says about calls, by spelling alone: what is called or handed over by which name, which methods there are, and which clients are registered. Kept with the syntax
/// tree, so an edit of one file reads one file.
/// </summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Cache = new();

    private readonly Dictionary<string, List<SyntaxNode>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SyntaxNode>> _methods = new(StringComparer.Ordinal);
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
                // "Retry(AskAsync)": a method handed over.
                case ArgumentSyntax { Expression: IdentifierNameSyntax name }:
                    Add(_uses, name.Identifier.ValueText, node);
                    break;
                case ArgumentSyntax { Expression: MemberAccessExpressionSyntax member }:
                    Add(_uses, member.Name.Identifier.ValueText, node);
                    break;
                case MethodDeclarationSyntax method:
                    Add(_methods, method.Identifier.ValueText, node);
                    break;
                case LocalFunctionStatementSyntax method:
                    Add(_methods, method.Identifier.ValueText, node);
                    break;
                case SimpleNameSyntax name when RetryShapes.IsResilienceName(name.Identifier.ValueText):
                    HasResilience = true;
                    HasResilienceForContracts |= !RetryShapes.IsForOtherClients(name);
                    break;
            }
        }
    }

    /// <summary>True when the file names a resilience handler, a delegating handler, or defaults for all clients.</summary>
    public bool HasResilience { get; }

    /// <summary>True when one of these may reach the client of contracts, which takes the resilience that defaults bring off itself.</summary>
    public bool HasResilienceForContracts { get; }

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

    /// <summary>The calls of something of this name, and the arguments that may hand it over.</summary>
    public IReadOnlyList<SyntaxNode> UsesOf(string name) => _uses.TryGetValue(name, out List<SyntaxNode>? uses) ? uses : [];

    /// <summary>The declarations of methods and local functions of this name.</summary>
    public IReadOnlyList<SyntaxNode> MethodsOf(string name) => _methods.TryGetValue(name, out List<SyntaxNode>? methods) ? methods : [];

    private void AddCall(InvocationExpressionSyntax call, string name, CancellationToken cancellationToken)
    {
        Add(_uses, name, call);
        if (name == ClientRegistration.MethodName)
        {
            _registrations.Add(ClientRegistration.Read(call, cancellationToken));
        }
    }

    private static void Add(Dictionary<string, List<SyntaxNode>> nodes, string name, SyntaxNode node)
    {
        if (!nodes.TryGetValue(name, out List<SyntaxNode>? known))
        {
            nodes[name] = known = [];
        }

        known.Add(node);
    }
}
