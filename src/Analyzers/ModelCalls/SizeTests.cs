using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Finds out whether code looks at the size of what it sends.</summary>
internal static class SizeTests
{
    // A number a comparison of sizes in bytes has, and one of indexes hardly ever.
    private const long SmallestLimit = 100_000;

    private static readonly string[] Verbs = ["Check", "Ensure", "Validate", "Guard", "Verify", "Assert", "Throw"];
    private static readonly string[] Things = ["Size", "Limit", "Length", "Large", "Big", "File", "Upload"];

    private static readonly HashSet<string> SizeNames = new(StringComparer.Ordinal) { "Length", "LongLength", "Size", "ContentLength", "FileSize", "Count" };

    /// <summary>Whether a member compares a size with anything, or calls something that is named for it.</summary>
    public static bool AreIn(SyntaxNode member)
    {
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            if (IsComparison(node) && node.DescendantNodes().OfType<SimpleNameSyntax>().Any(IsSize))
            {
                return true;
            }

            if (node is SimpleNameSyntax name && (IsCheck(name.Identifier.ValueText) || (name.Parent is AttributeSyntax && IsCheck("Check" + name.Identifier.ValueText))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type compares a size with a limit anywhere, or names one: its members may call each other.</summary>
    public static bool AreInType(IEnumerable<SyntaxNode> parts)
        => parts.SelectMany(static part => part.DescendantNodes()).Any(static node => IsComparison(node)
            && node.DescendantNodes().OfType<SimpleNameSyntax>().Any(IsSize)
            && node.DescendantNodes().Any(IsLimit));

    /// <summary>The highest size that a member sends, where one test of it leaves: "if (file.Length > limit) { throw … }". Null where there is none, or more than one.</summary>
    public static (SyntaxNode Place, long Bound)? BoundIn(SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        List<(SyntaxNode Place, long Bound)> bounds = [];
        foreach (IfStatementSyntax test in member.DescendantNodes().OfType<IfStatementSyntax>())
        {
            if (test.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression } comparison
                && comparison.Left.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(IsSize)
                && Leaves(test.Statement)
                && model.GetConstantValue(comparison.Right, cancellationToken) is { HasValue: true, Value: { } number }
                && number is int or long)
            {
                bounds.Add((comparison.Right, Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return bounds is [{ } only] ? only : null;
    }

    private static bool Leaves(StatementSyntax statement) => statement is ThrowStatementSyntax or ReturnStatementSyntax or BlockSyntax { Statements: [.., ThrowStatementSyntax or ReturnStatementSyntax] };

    private static bool IsComparison(SyntaxNode node) => node.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        or SyntaxKind.IsPatternExpression or SyntaxKind.SwitchExpression;

    private static bool IsSize(SimpleNameSyntax name) => SizeNames.Contains(name.Identifier.ValueText);

    private static bool IsLimit(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: int number } => number >= SmallestLimit || number == 1024,
        LiteralExpressionSyntax { Token.Value: long number } => number >= SmallestLimit,
        SimpleNameSyntax name => Contains(name, "Max") || Contains(name, "Limit"),
        _ => false,
    };

    private static bool Contains(SimpleNameSyntax name, string word) => name.Identifier.ValueText.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    // CheckSize, EnsureWithinLimit, ValidateFile: whoever is called looks.
    private static bool IsCheck(string name)
        => Verbs.Any(verb => name.StartsWith(verb, StringComparison.Ordinal)) && Things.Any(word => name.IndexOf(word, StringComparison.Ordinal) >= 0);
}
