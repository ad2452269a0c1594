using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>Fixes GG1011: accepts the newer beginning too, or any length. Patterns are left to their authors.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OldKeyCheckFixer))]
[Shared]
public sealed class OldKeyCheckFixer : KeyFixer
{
    private const string NewPrefix = "AQ.";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.OldKeyCheck);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node switch
        {
            ArgumentSyntax { Expression: InvocationExpressionSyntax call } => OfCall(call),
            InvocationExpressionSyntax call => OfCall(call),
            BinaryExpressionSyntax binary => OfLength(binary),
            _ => null,
        };
    }

    private static KeyRepair? OfCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StartsWith" } || call.ArgumentList.Arguments is not [{ Expression: LiteralExpressionSyntax literal }, ..])
        {
            return null;
        }

        string text = call.ToString();
        int at = literal.SpanStart - call.SpanStart;
        string other = text.Remove(at, literal.Span.Length).Insert(at, "\"" + NewPrefix + "\"");
        bool isOperand = call.Parent is PrefixUnaryExpressionSyntax or BinaryExpressionSyntax and not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression };
        string both = text + " || " + other;
        return KeyRepair.Of("Accept keys that begin with '" + NewPrefix + "' too", call.Span, isOperand ? "(" + both + ")" : both);
    }

    private static KeyRepair? OfLength(BinaryExpressionSyntax binary)
        => binary.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } && binary.Right is LiteralExpressionSyntax
            ? KeyRepair.Of(
                "Accept keys of any length",
                TextSpan.FromBounds(binary.OperatorToken.SpanStart, binary.Right.Span.End),
                binary.IsKind(SyntaxKind.EqualsExpression) ? "> 0" : "== 0")
            : null;
}
