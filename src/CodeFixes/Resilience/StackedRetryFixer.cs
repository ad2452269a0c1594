using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2006: takes the outer retry off and leaves it to the client. Offered for a loop that is nothing but a retry (one <c>try</c> that leaves when it goes well, one <c>catch</c> that waits,
/// counts or logs), and for a retry in a pipeline of Polly that nothing else uses.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StackedRetryFixer)), Shared]
public sealed class StackedRetryFixer : TextFixer
{
    private const string Title = "Leave the retry to the client";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.StackedRetry);

    private protected override string Key => "GG2006.Unstack";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
        => root.FindToken(diagnostic.Location.SourceSpan.Start).Parent switch
        {
            StatementSyntax { Parent: BlockSyntax block } loop => FixLoop(loop, block, text),
            SimpleNameSyntax { Identifier.ValueText: "AddRetry", Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax maker } member } => FixPipeline(maker, member, root),
            _ => null,
        };

    private static TextFix? FixLoop(StatementSyntax loop, BlockSyntax block, SourceText text)
    {
        StatementSyntax? body = loop switch
        {
            ForStatementSyntax statement => statement.Statement,
            WhileStatementSyntax statement => statement.Statement,
            _ => null,
        };
        if (body is not BlockSyntax { Statements: [TryStatementSyntax { Finally: null, Catches: [{ } clause] } attempt] } round
            || !clause.Block.Statements.All(IsOfRetry)
            || attempt.Block.Statements.Count == 0
            || HasComment(round, attempt)
            || UsesCounter(loop, attempt)
            || JumpsElsewhere(attempt.Block))
        {
            return null;
        }

        List<StatementSyntax> kept = attempt.Block.Statements.ToList();
        List<StatementSyntax> after = block.Statements.Skip(block.Statements.IndexOf(loop) + 1).ToList();
        switch (kept[kept.Count - 1])
        {
            case BreakStatementSyntax:
                kept.RemoveAt(kept.Count - 1);
                after.Clear();
                break;
            // What follows the loop is for when every attempt failed.
            case ReturnStatementSyntax when after.Count == 0 || after is [ThrowStatementSyntax or ReturnStatementSyntax]:
                break;
            default:
                return null;
        }

        if (kept.Count == 0)
        {
            return null;
        }

        string end = StatementText.EndOfLine(text);
        string outer = IndentationAt(loop, text);
        string inner = IndentationAt(kept[0], text);
        string written = string.Join(end, text.ToString(TextSpan.FromBounds(kept[0].SpanStart, kept[kept.Count - 1].Span.End)).Replace("\r\n", "\n").Split('\n')
            .Select((line, index) => index > 0 && line.StartsWith(inner, StringComparison.Ordinal) ? outer + line.Substring(inner.Length) : line));
        return new TextFix(Title, new TextChange(TextSpan.FromBounds(loop.SpanStart, (after.Count > 0 ? after[0] : loop).Span.End), written));
    }

    // It waits, logs, counts, goes on, or gives up.
    private static bool IsOfRetry(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax or ContinueStatementSyntax => true,
        IfStatementSyntax { Else: null, Statement: ThrowStatementSyntax { Expression: null } or BlockSyntax { Statements: [ThrowStatementSyntax { Expression: null }] } } => true,
        _ => false,
    };

    // A comment beside what is kept would be lost.
    private static bool HasComment(BlockSyntax round, TryStatementSyntax attempt)
        => round.DescendantTrivia().Any(trivia => (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective)
            && !TextSpan.FromBounds(attempt.Block.Statements[0].SpanStart, attempt.Block.Statements.Last().Span.End).Contains(trivia.Span));

    private static bool UsesCounter(StatementSyntax loop, TryStatementSyntax attempt)
        => loop is ForStatementSyntax { Declaration: { } declaration }
            && declaration.Variables.Any(variable => attempt.Block.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == variable.Identifier.ValueText));

    // Another way out, or back, than the last statement.
    private static bool JumpsElsewhere(BlockSyntax block)
        => block.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax && node != block.Statements.Last());

    private static TextFix? FixPipeline(InvocationExpressionSyntax maker, MemberAccessExpressionSyntax member, SyntaxNode root)
    {
        VariableDeclaratorSyntax? variable = maker.FirstAncestorOrSelf<VariableDeclaratorSyntax>();
        bool isShared = variable is not null && root.DescendantTokens().Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == variable.Identifier.ValueText) != 2;
        return isShared ? null : new TextFix(Title, new TextChange(TextSpan.FromBounds(member.Expression.Span.End, maker.Span.End), ""));
    }

    private static string IndentationAt(SyntaxNode node, SourceText text)
    {
        string line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
