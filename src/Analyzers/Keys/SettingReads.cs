using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Where a program reads the key of a model from its settings, and the names it gives to what it has read.</summary>
/// <param name="model">The model of the file.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class SettingReads(SemanticModel model, CancellationToken cancellationToken)
{
    // From variable to variable.
    private const int MostSteps = 4;

    private readonly Dictionary<SyntaxNode, LocalTexts> _locals = [];
    private Dictionary<string, string>? _members;

    /// <summary>The setting that an expression reads, such as <c>GEMINI_API_KEY</c>; null for any other expression.</summary>
    public static string? SettingOf(ExpressionSyntax value) => value switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => SettingOf(coalesce.Left),
        PostfixUnaryExpressionSyntax suppressed => SettingOf(suppressed.Operand),
        ParenthesizedExpressionSyntax parenthesized => SettingOf(parenthesized.Expression),
        // "…?.Trim()"
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: { } change } } } access when IsSame(change) => SettingOf(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name, Expression: { } receiver }, ArgumentList.Arguments: { } arguments } => name switch
        {
            { Identifier.ValueText: "GetEnvironmentVariable" } or GenericNameSyntax { Identifier.ValueText: "GetValue" } => SettingOf(arguments),
            { Identifier.ValueText: { } change } when IsSame(change) => SettingOf(receiver),
            _ => null,
        },
        ElementAccessExpressionSyntax access => SettingOf(access.ArgumentList.Arguments),
        _ => null,
    };

    /// <summary>The setting whose value an expression has, read in place or before; null for any other expression.</summary>
    public string? Find(ExpressionSyntax value) => Find(value, 0);

    private string? Find(ExpressionSyntax value, int step)
    {
        if (SettingOf(value) is { } setting)
        {
            return setting;
        }

        if (step == MostSteps)
        {
            return null;
        }

        return value switch
        {
            IdentifierNameSyntax name => OfLocal(name, step) ?? OfMember(name),
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => OfMember(member),
            ParenthesizedExpressionSyntax parenthesized => Find(parenthesized.Expression, step),
            PostfixUnaryExpressionSyntax suppressed => Find(suppressed.Operand, step),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Find(coalesce.Left, step),
            _ => null,
        };
    }

    // What the variable was set to last. Constants are what it holds where nothing is configured.
    private string? OfLocal(IdentifierNameSyntax name, int step)
    {
        SyntaxNode member = LocalTexts.MemberOf(name);
        if (!_locals.TryGetValue(member, out LocalTexts? locals))
        {
            _locals[member] = locals = new LocalTexts(member);
        }

        IReadOnlyList<LocalStep> steps = locals.StepsOf(name.Identifier.ValueText);
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (steps[i].End <= name.SpanStart && steps[i].Value is not LiteralExpressionSyntax)
            {
                return steps[i].Kind == LocalStepKind.Set ? Find(steps[i].Value, step + 1) : null;
            }
        }

        return null;
    }

    private string? OfMember(ExpressionSyntax reference)
    {
        string name = LocalTexts.NameOf(reference)!;
        return (_members ??= ReadMembers()).TryGetValue(name, out string? setting) && model.GetSymbolInfo(reference, cancellationToken).Symbol is IFieldSymbol or IPropertySymbol ? setting : null;
    }

    // Fields and properties of the file's types that are read where they are declared or in a constructor.
    private Dictionary<string, string> ReadMembers()
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            (string? name, ExpressionSyntax? value) = node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax, Initializer.Value: { } initial } field => (field.Identifier.ValueText, initial),
                PropertyDeclarationSyntax property => (property.Identifier.ValueText, property.Initializer?.Value ?? property.ExpressionBody?.Expression),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => (LocalTexts.NameOf(assignment.Left), assignment.Right),
                _ => (null, null),
            };
            if (name is not null && value is not null && SettingOf(value) is { } setting)
            {
                members[name] = setting;
            }
        }

        return members;
    }

    private static bool IsSame(string method) => method is "Trim" or "TrimStart" or "TrimEnd" or "ToString";

    private static string? SettingOf(SeparatedSyntaxList<ArgumentSyntax> arguments)
        => arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string name } }, ..] && KeyNames.IsSetting(name) ? name : null;
}
