using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Tells collections that are small, or tested to be, from those that may hold any number of items.</summary>
internal sealed class SmallSources(SemanticModel model, CancellationToken cancellationToken)
{
    private const int MostItems = 10;

    private static readonly string[] Checks = ["Check", "Ensure", "Validate", "Guard", "Verify", "Assert", "ThrowIf", "Limit"];

    /// <summary>True for a list spelled out, a range of known length, the first few, the members of an enum, and what is made of one of these item by item.</summary>
    public bool IsSmall(ExpressionSyntax source) => source switch
    {
        ParenthesizedExpressionSyntax inner => IsSmall(inner.Expression),
        CastExpressionSyntax cast => IsSmall(cast.Expression),
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or LiteralExpressionSyntax => true,
        CollectionExpressionSyntax list => list.Elements.All(element => element is not SpreadElementSyntax spread || IsSmall(spread.Expression)),
        BaseObjectCreationExpressionSyntax { Initializer: not null } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call => IsSmall(call, method),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Keys" or "Values", Expression: { } map } => IsSmall(map),
        IdentifierNameSyntax => IsSmall(model.GetSymbolInfo(source, cancellationToken).Symbol),
        _ => false,
    };

    /// <summary>True where the member compares the number of items with a limit, or hands them to a check: how many there can be is not to be told.</summary>
    public bool IsBoundedBeside(ExpressionSyntax source)
    {
        if (RootOf(source) is not { } items)
        {
            return false;
        }

        SyntaxNode scope = source.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? source.SyntaxTree.GetRoot(cancellationToken);
        return scope.DescendantNodes().Any(node => IsComparison(node, items) || IsCheck(node, items))
            || (model.GetSymbolInfo(items, cancellationToken).Symbol is { } symbol && symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "MaxLengthAttribute" or "LengthAttribute" or "RangeAttribute"));
    }

    private bool IsSmall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax method)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        switch (method.Name.Identifier.ValueText)
        {
            case "Take" or "Chunk" or "TakeLast":
                return true;
            case "Range" or "Repeat" when arguments.Count == 2:
                return model.GetConstantValue(arguments[1].Expression, cancellationToken) is { HasValue: true, Value: int and <= MostItems };
            case "GetValues" or "GetNames" or "GetValuesAsUnderlyingType":
                return model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType?.SpecialType == SpecialType.System_Enum;
            case "Where" or "Select" or "OrderBy" or "OrderByDescending" or "Distinct" or "ToList" or "ToArray" or "Cast" or "OfType" or "Reverse" or "Skip" or "AsEnumerable" or "Index" or "ToHashSet" or "Split":
                return IsSmall(method.Expression);
            default:
                return false;
        }
    }

    // A variable that only ever has one value.
    private bool IsSmall(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol or IFieldSymbol or IPropertySymbol { SetMethod: null }
            => new ClientOrigins(model, cancellationToken).ValuesOf(symbol).ToList() is [{ } only] && only is not IdentifierNameSyntax && !GrowsLater(symbol) && IsSmall(only),
        _ => false,
    };

    // "new List<string> { first }" is no end of it.
    private bool GrowsLater(ISymbol symbol)
        => model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(member => member.Name.Identifier.ValueText is "Add" or "AddRange" or "Insert" or "Enqueue" or "Push"
                && member.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol));

    // "items.Count > 8"; that there are any says nothing.
    private bool IsComparison(SyntaxNode node, IdentifierNameSyntax items)
        => node switch
        {
            BinaryExpressionSyntax { Parent: not ForStatementSyntax } comparison when node.Kind()
                is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
                => (IsCount(comparison.Left, items) && IsLimit(comparison.Right)) || (IsCount(comparison.Right, items) && IsLimit(comparison.Left)),
            IsPatternExpressionSyntax match => IsCount(match.Expression, items) && match.Pattern.DescendantNodes().OfType<ExpressionSyntax>().Any(IsLimit),
            SwitchExpressionSyntax choice => IsCount(choice.GoverningExpression, items),
            SwitchStatementSyntax choice => IsCount(choice.Expression, items),
            _ => false,
        };

    private bool IsLimit(ExpressionSyntax limit) => model.GetConstantValue(limit, cancellationToken) is not { HasValue: true, Value: 0 or 1 or null };

    private static bool IsCount(ExpressionSyntax expression, IdentifierNameSyntax items)
        => expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText is "Count" or "Length" or "LongCount" or "TryGetNonEnumeratedCount")
            && expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == items.Identifier.ValueText);

    private static bool IsCheck(SyntaxNode node, IdentifierNameSyntax items)
        => node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) is { } method && method != "ThrowIfNull" && Checks.Any(check => method.StartsWith(check, StringComparison.Ordinal))
            && call.ArgumentList.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == items.Identifier.ValueText);

    private static IdentifierNameSyntax? RootOf(ExpressionSyntax source) => source switch
    {
        IdentifierNameSyntax name => name,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name: IdentifierNameSyntax { Identifier.ValueText: not ("Keys" or "Values") } name } => name,
        MemberAccessExpressionSyntax member => RootOf(member.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } => RootOf(method.Expression),
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        _ => null,
    };
}
