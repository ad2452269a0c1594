using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.CallSites;

/// <summary>The one walk over a file for all rules about calls: nodes are told by their spelling, and the compiler is asked only for those that could be waited for.</summary>
/// <param name="file">The file.</param>
/// <param name="registrar">What is waited for.</param>
internal sealed class CallSiteWalk(CallSiteFile file, CallSiteRegistrar registrar)
{
    private readonly List<InvocationExpressionSyntax> _later = [];

    // Another name for a type says nothing of it.
    private readonly bool _hasAliases = file.Root is CompilationUnitSyntax unit && unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).Any(static node => node is UsingDirectiveSyntax { Alias: not null });

    /// <summary>Walks.</summary>
    public void Run()
    {
        foreach (SyntaxNode node in file.Root.DescendantNodes())
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            Visit(node);
        }

        if (file.Calls.Count > 0 || InlineBlobs.MayBeIn(file.Text))
        {
            foreach (InvocationExpressionSyntax call in _later)
            {
                if (OperationOf(call) is IInvocationOperation operation)
                {
                    registrar.VisitCallBeside(SiteOf(operation), operation);
                }
            }
        }
    }

    private void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case InvocationExpressionSyntax call:
                VisitCall(call, RetryShapes.NameOf(call));
                break;
            case InitializerExpressionSyntax element when element.IsKind(SyntaxKind.ComplexElementInitializerExpression):
                VisitCall(element, "Add");
                break;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && NameOf(assignment.Left) is { } name && registrar.MaySet(name):
                if (OperationOf(assignment) is ISimpleAssignmentOperation set)
                {
                    registrar.VisitSet(SiteOf(set), set);
                }

                break;
            case BaseObjectCreationExpressionSyntax creation when registrar.WaitsForCreation && MayCreate(creation):
                if (OperationOf(creation) is IObjectCreationOperation made)
                {
                    registrar.VisitCreation(SiteOf(made), made);
                }

                break;
        }
    }

    private void VisitCall(ExpressionSyntax call, string? name)
    {
        if (name is not null && registrar.MayCall(name, file.CancellationToken) && OperationOf(call) is IInvocationOperation operation)
        {
            registrar.VisitCall(SiteOf(operation), operation);
        }

        if (name is not null && registrar.MayCallBeside(name) && call is InvocationExpressionSyntax other)
        {
            _later.Add(other);
        }
    }

    private bool MayCreate(BaseObjectCreationExpressionSyntax creation)
        => _hasAliases || creation is not ObjectCreationExpressionSyntax { Type: { } type } || (NameOf(type) is { } name && registrar.MayCreate(name));

    private IOperation? OperationOf(SyntaxNode node) => file.Model.GetOperation(node, file.CancellationToken);

    private CallSite SiteOf(IOperation operation)
    {
        ISymbol member = file.Model.GetEnclosingSymbol(operation.Syntax.SpanStart, file.CancellationToken) ?? file.Model.Compilation.Assembly;
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction, ContainingSymbol: { } outer })
        {
            member = outer;
        }

        return new CallSite(file, operation, member);
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax or ImplicitElementAccessSyntax => "this[]",
        _ => null,
    };
}
