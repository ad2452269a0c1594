using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2004: puts a wait that grows into a loop, and a limit where it has none; in a pipeline of Polly, sets them. Offered for loops whose failures one catch takes, or that leave by a jump
/// where the status is good, in functions that may wait without holding a thread.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetryWithoutWaitFixer)), Shared]
public sealed class RetryWithoutWaitFixer : TextFixer
{
    private const int Attempts = 5;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.RetryWithoutWait);

    private protected override string Key => "GG2004.BackOff";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode? place = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent;
        return place switch
        {
            StatementSyntax loop => FixLoop(loop, text, model, cancellationToken),
            SimpleNameSyntax { Parent.Parent: InvocationExpressionSyntax maker } name => PollyWaits.Fix(name, maker, model, cancellationToken),
            _ => null,
        };
    }

    private static TextFix? FixLoop(StatementSyntax loop, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        string? counter = AttemptCounter.Of(loop, model, cancellationToken);
        CatchClauseSyntax? clause = CatchOf(loop);
        if (!BackOff.MayAwait(loop) || AttemptCounter.IsDownward(loop) || (clause?.Block ?? RoundOf(loop, counter)) is not { } block)
        {
            return null;
        }

        bool waits = loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" or "Sleep" });
        string? token = BackOff.TokenAt(loop, model);
        if (counter is not null)
        {
            return waits ? null : new TextFix("Wait longer after each failure", AtEnd(block, BackOff.Statement(block.SpanStart, counter, token, model), text));
        }

        // Without a count of its own: counted from now on, and the last failure goes to the caller.
        if (AttemptCounter.UncountedCondition(loop, model, cancellationToken) is not { } condition || clause is { Filter: not null })
        {
            return null;
        }

        string name = StatementText.FreeName("attempt", loop, model);
        var changes = new List<TextChange> { new(HeaderOf(loop), $"for (int {name} = 1; {condition}; {name}++)") };
        string end = waits ? "" : BackOff.Statement(block.SpanStart, name, token, model);
        if (clause is not null)
        {
            changes.Add(new TextChange(new TextSpan((clause.Declaration?.Span ?? clause.CatchKeyword.Span).End, 0), $" when ({name} < {Attempts})"));
        }
        else
        {
            string giveUp = $"if ({name} == {Attempts}) {{ throw new {StatementText.ExceptionName(loop, model)}(\"The model gave no answer in {Attempts} attempts.\"); }}";
            end = end.Length == 0 ? giveUp : giveUp + Separator(block, text) + end;
        }

        if (end.Length > 0)
        {
            changes.Add(AtEnd(block, end, text));
        }

        string title = waits ? $"Give up after {Attempts} attempts" : $"Wait longer after each failure, and give up after {Attempts} attempts";
        return new TextFix(title, [.. changes]);
    }

    // The catch from which the loop goes on, where there is just one in it.
    private static CatchClauseSyntax? CatchOf(StatementSyntax loop)
        => loop.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<TryStatementSyntax>().ToList() is [{ Catches: [{ } clause] }]
            && clause.Block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax) ? clause : null;

    // The body of a loop that goes by the status: only what did not go well comes to its end.
    private static BlockSyntax? RoundOf(StatementSyntax loop, string? counter)
        => BodyOf(loop) is { } block
            && AttemptCounter.IsSoleCondition(loop, counter)
            && block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax)
            && !block.DescendantNodes().Any(static node => node is TryStatementSyntax or ContinueStatementSyntax) ? block : null;

    private static BlockSyntax? BodyOf(StatementSyntax loop) => loop switch
    {
        ForStatementSyntax statement => statement.Statement as BlockSyntax,
        WhileStatementSyntax statement => statement.Statement as BlockSyntax,
        _ => null,
    };

    private static TextSpan HeaderOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax statement => TextSpan.FromBounds(statement.WhileKeyword.SpanStart, statement.CloseParenToken.Span.End),
        ForStatementSyntax statement => TextSpan.FromBounds(statement.ForKeyword.SpanStart, statement.CloseParenToken.Span.End),
        _ => throw new ArgumentOutOfRangeException(nameof(loop)),
    };

    // At the end of the block, before a statement that goes on.
    private static TextChange AtEnd(BlockSyntax block, string statements, SourceText text)
    {
        if (block.Statements.LastOrDefault() is ContinueStatementSyntax last)
        {
            return StatementText.Insert(last, statements, text);
        }

        SyntaxToken close = block.CloseBraceToken;
        return IndentationIn(block, text) is { } indentation
            ? new TextChange(new TextSpan(text.Lines.GetLineFromPosition(close.SpanStart).Start, 0), indentation + statements + StatementText.EndOfLine(text))
            : new TextChange(new TextSpan(close.SpanStart, 0), text[close.SpanStart - 1] == ' ' ? statements + " " : $" {statements} ");
    }

    private static string Separator(BlockSyntax block, SourceText text) => IndentationIn(block, text) is { } indentation ? StatementText.EndOfLine(text) + indentation : " ";

    // What stands before the statements of a block; null where its end has no line of its own.
    private static string? IndentationIn(BlockSyntax block, SourceText text)
    {
        SyntaxToken close = block.CloseBraceToken;
        string indentation = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(close.SpanStart).Start, close.SpanStart));
        return indentation.Trim().Length > 0 ? null : indentation + (indentation.IndexOf('\t') >= 0 ? "\t" : "    ");
    }
}
