using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Requests;

/// <summary>A method that asks for JSON in prose and gives what it deserialises, and does nothing else that a contract would leave out.</summary>
internal static class ParsedAnswer
{
    /// <summary>The type of the answer, where a contract can give it; null elsewhere.</summary>
    public static ITypeSymbol? TypeOf(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
        => method.Body is { } body
            && model.GetDeclaredSymbol(method, cancellationToken) is { ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments: [{ SpecialType: SpecialType.None } answer] } } symbol
            && body.DescendantNodes().All(node => IsLeftOut(node, model, cancellationToken))
            && body.DescendantNodes().OfType<ReturnStatementSyntax>().ToList() is { Count: > 0 } returns
            && returns.TrueForAll(statement => statement.Expression is { } given && IsParsed(given, answer, body, model, cancellationToken))
            && CanBeAnswer(answer, symbol, model.Compilation, cancellationToken) ? answer : null;

    // What asks, reads and throws, the client does. A failure caught, another attempt, a value kept or told, or one of several answers it does not.
    private static bool IsLeftOut(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        TryStatementSyntax or DoStatementSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or LockStatementSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax => false,
        AnonymousFunctionExpressionSyntax or GotoStatementSyntax => false,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback => fallback.Right is ThrowExpressionSyntax || fallback.Right.IsKind(SyntaxKind.StringLiteralExpression),
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => IsOfRequest(assignment.Left, model, cancellationToken),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ContainingType: { } type } && IsHandiwork(type),
        _ => true,
    };

    // A variable, or what a request made here is given.
    private static bool IsOfRequest(ExpressionSyntax target, SemanticModel model, CancellationToken cancellationToken) => target switch
    {
        IdentifierNameSyntax name => model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol,
        MemberAccessExpressionSyntax { Expression: { } owner } => IsOfRequest(owner, model, cancellationToken),
        _ => false,
    };

    private static bool IsHandiwork(INamedTypeSymbol type)
    {
        string space = type.ContainingNamespace.ToDisplayString();
        return (space == "System" && type.Name != "Console")
            || space.StartsWith("System.Text", StringComparison.Ordinal)
            || space.StartsWith("System.Net.Http", StringComparison.Ordinal)
            || space.StartsWith("System.Threading.Tasks", StringComparison.Ordinal)
            || space is "System.Linq" or "System.Collections.Generic"
            || space.StartsWith("Newtonsoft.Json", StringComparison.Ordinal);
    }

    private static bool IsParsed(ExpressionSyntax given, ITypeSymbol answer, BlockSyntax body, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = AnswerStep.Unwrap(given);
        if (value is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol
            && body.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value is { } made)
        {
            value = AnswerStep.Unwrap(made);
        }

        return value is InvocationExpressionSyntax call
            && RetryShapes.NameOf(call) is "Deserialize" or "DeserializeObject"
            && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { TypeArguments: [{ } read] }
            && SymbolEqualityComparer.Default.Equals(read, answer);
    }

    // The generator's own word.
    private static bool CanBeAnswer(ITypeSymbol answer, IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        var issues = new ContractIssueReporter(sink: null);
        var locations = new ContractLocations(method.ContainingType, attribute: null!, isListening: false, cancellationToken);
        return new AnswerTypeParser(compilation, method.ContainingType, issues, locations, cancellationToken).ParseRoot(answer, method) >= 0 && issues.FirstError is null;
    }
}
