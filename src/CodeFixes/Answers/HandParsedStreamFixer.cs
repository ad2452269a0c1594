using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>
/// GG4008: reads events by <c>SseParser</c>, and throws for an error among them. Offered for a loop over the lines of a <c>StreamReader</c> that asks each for its prefix and uses nothing
/// of it but the rest, where the project has the parser.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandParsedStreamFixer)), Shared]
public sealed class HandParsedStreamFixer : TextFixer
{
    private const string Namespace = "System.Net.ServerSentEvents";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.HandParsedStream);

    private protected override string Key => "GG4008.Parser";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.Compilation.GetTypeByMetadataName(Namespace + ".SseParser") is null
            || root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<WhileStatementSyntax>() is not { Statement: BlockSyntax { Statements.Count: > 0 } body } loop
            || LineLoop.Read(loop) is not { } lines
            || model.GetTypeInfo(lines.Reader, cancellationToken).Type?.ToDisplayString(NullableFlowState.None) != "System.IO.StreamReader")
        {
            return null;
        }

        string item = StatementText.FreeName("item", loop, model);
        if (Uses(lines, body, item) is not { } uses)
        {
            return null;
        }

        int position = loop.SpanStart;
        string parser = TypeNames.At(position, Namespace, "SseParser", model);
        string header = $"await foreach (var {item} in {parser}.Create({lines.Reader}.BaseStream).EnumerateAsync({lines.Arguments}))";
        List<TextChange> changes = [new TextChange(TextSpan.FromBounds(loop.WhileKeyword.SpanStart, loop.CloseParenToken.Span.End), header), ErrorCheck(body, item, position, model, text), .. uses];
        if (lines.Declaration is { } declaration)
        {
            changes.Add(new TextChange(WholeLine(declaration, text), ""));
        }

        return new TextFix("Read the events with SseParser", [.. changes.OrderBy(static change => change.Span.Start)]);
    }

    // Errors come as events of their own, in the place of an answer.
    private static TextChange ErrorCheck(BlockSyntax body, string item, int position, SemanticModel model, SourceText text)
    {
        string exception = TypeNames.At(position, "System", "InvalidOperationException", model);
        return StatementText.InsertIf(body.Statements[0], $"{item}.Data.StartsWith(\"{{\\\"error\\\"\", {TypeNames.At(position, "System", "StringComparison", model)}.Ordinal)", $"throw new {exception}({item}.Data);", text);
    }

    // Null where more of a line is used than its rest.
    private static List<TextChange>? Uses(LineLoop lines, BlockSyntax body, string item)
    {
        List<TextChange> changes = [];
        foreach (IdentifierNameSyntax use in body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == lines.Line))
        {
            if (use.FirstAncestorOrSelf<StatementSyntax>() == lines.Declaration)
            {
                continue;
            }

            TextChange? change = use.Parent switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StartsWith", Parent: InvocationExpressionSyntax { Parent: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } none } test } when IsPrefix(test)
                    => new TextChange(none.Span, item + ".Data.Length == 0"),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StartsWith", Parent: InvocationExpressionSyntax test } when IsPrefix(test) => new TextChange(test.Span, item + ".Data.Length > 0"),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Substring", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } start }] } rest } when IsPrefixLength(start) => new TextChange(rest.Span, item + ".Data"),
                ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax { LeftOperand: { } start, RightOperand: null } }] } rest when IsPrefixLength(start) => new TextChange(rest.Span, item + ".Data"),
                ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } } => new TextChange(use.Span, item + ".Data"),
                _ => null,
            };
            if (change is not { } known)
            {
                return null;
            }

            changes.Add(known);
        }

        return changes;
    }

    private static bool IsPrefix(InvocationExpressionSyntax test) => test.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: "data:" or "data: " };

    // 5, 6, or "data: ".Length
    private static bool IsPrefixLength(ExpressionSyntax start)
        => start is LiteralExpressionSyntax { Token.Value: 5 or 6 } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length", Expression: LiteralExpressionSyntax { Token.Value: "data:" or "data: " } };

    private static TextSpan WholeLine(SyntaxNode statement, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(statement.SpanStart);
        bool isAlone = text.ToString(line.Span).Trim() == statement.ToString();
        return isAlone ? line.SpanIncludingLineBreak : new TextSpan(statement.SpanStart, Math.Min(statement.FullSpan.End, line.End) - statement.SpanStart);
    }
}
