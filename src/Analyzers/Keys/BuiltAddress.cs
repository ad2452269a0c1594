using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>The address that a parameter is added to, where a method or an object puts the two together.</summary>
internal static class BuiltAddress
{
    /// <summary>The address for a parameter's name, or for the query it begins; null where it goes into no address.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax text = TextHosts.Outermost(name);
        return text.Parent switch
        {
            // AddQueryString(address, "key", value)
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: { } address }, { } second, _], Parent: InvocationExpressionSyntax call } } argument when argument == second && Adds(call) => address,
            // AddQueryString(address, new Dictionary<string, string?> { ["key"] = value }), and with { "key", value }
            ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ImplicitElementAccessSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax entries } } } } => OfEntries(entries, model, cancellationToken),
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Parent: InitializerExpressionSyntax entries } entry when entry.Expressions.FirstOrDefault() == text => OfEntries(entries, model, cancellationToken),
            // query.Add("key", value), where the query goes behind an address
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ } first, _], Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax query } } } } argument
                when argument == first => OfQuery(query, model, cancellationToken),
            // new UriBuilder(address) { Query = "key=" + value }
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Query" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax builder } } assignment when assignment.Right == text => OfBuilder(builder),
            // builder.Query = "key=" + value
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Query", Expression: IdentifierNameSyntax builder } } assignment when assignment.Right == text
                => ValueOf(builder, model, cancellationToken) is BaseObjectCreationExpressionSyntax creation ? OfBuilder(creation) : null,
            _ => null,
        };
    }

    private static bool Adds(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddQueryString" } or IdentifierNameSyntax { Identifier.ValueText: "AddQueryString" };

    // Entries of what is handed to AddQueryString, in place or by a variable; or of a QueryBuilder.
    private static ExpressionSyntax? OfEntries(InitializerExpressionSyntax entries, SemanticModel model, CancellationToken cancellationToken)
    {
        if (entries.Parent is not BaseObjectCreationExpressionSyntax creation)
        {
            return null;
        }

        return creation.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: { } address }, _], Parent: InvocationExpressionSyntax call } } when Adds(call) => address,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => UsesOf(variable.Identifier.ValueText, variable).Select(use => OfUse(use, IsQueryBuilder(creation, model, cancellationToken))).FirstOrDefault(static address => address is not null),
            _ => null,
        };
    }

    private static ExpressionSyntax? OfQuery(IdentifierNameSyntax query, SemanticModel model, CancellationToken cancellationToken)
        => ValueOf(query, model, cancellationToken) is BaseObjectCreationExpressionSyntax creation
            ? UsesOf(query.Identifier.ValueText, query).Select(use => OfUse(use, IsQueryBuilder(creation, model, cancellationToken))).FirstOrDefault(static address => address is not null)
            : null;

    private static bool IsQueryBuilder(BaseObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
        => model.GetTypeInfo(creation, cancellationToken).Type is { Name: "QueryBuilder" };

    // "AddQueryString(address, query)"; of a query that is built, also "address + query" and "$"{address}{query}"".
    private static ExpressionSyntax? OfUse(IdentifierNameSyntax use, bool isBuilder) => use.Parent switch
    {
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: { } address }, { } second], Parent: InvocationExpressionSyntax call } } argument when argument == second && Adds(call) => address,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when isBuilder && sum.Right == use => sum.Left,
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } when isBuilder => text,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "ToQueryString", Parent: InvocationExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum } written } when isBuilder && sum.Right == written => sum.Left,
        _ => null,
    };

    private static ExpressionSyntax? OfBuilder(BaseObjectCreationExpressionSyntax builder)
        => builder is ObjectCreationExpressionSyntax { Type: { } type } && type.ToString().EndsWith("UriBuilder", StringComparison.Ordinal) ? builder.ArgumentList?.Arguments.FirstOrDefault()?.Expression : null;

    private static IEnumerable<IdentifierNameSyntax> UsesOf(string name, SyntaxNode node)
        => LocalTexts.MemberOf(node).DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name);

    private static ExpressionSyntax? ValueOf(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
        => model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [{ } reference] } && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax variable
            ? variable.Initializer?.Value
            : null;
}
