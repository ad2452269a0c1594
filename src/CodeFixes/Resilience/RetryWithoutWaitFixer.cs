using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2004: puts a wait that grows into a loop, and a limit where it has none; in a pipeline of Polly, sets them. Offered for loops whose failures one catch takes, in functions that may
/// wait without holding a thread.
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
        CatchClauseSyntax? clause = CatchOf(loop);
        if (!BackOff.MayAwait(loop) || (clause?.Block ?? RoundOf(loop)) is not { } block)
        {
            return null;
        }

        bool waits = loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" or "Sleep" });
        string? token = BackOff.TokenAt(loop, model);
        if (CounterOf(loop, model, cancellationToken) is { } counter)
        {
            return waits ? null : new TextFix("Wait longer after each failure", Wait(block, BackOff.Statement(block.SpanStart, counter, token, model), text));
        }

        // Without a count of its own: counted from now on, and the last failure goes to the caller.
        if (!IsEndless(loop) || clause is not { Filter: null })
        {
            return null;
        }

        string name = StatementText.FreeName("attempt", loop, model);
        TextChange header = new(HeaderOf(loop), $"for (int {name} = 1; ; {name}++)");
        TextChange filter = new(new TextSpan((clause.Declaration?.Span ?? clause.CatchKeyword.Span).End, 0), $" when ({name} < {Attempts})");
        return waits
            ? new TextFix($"Give up after {Attempts} attempts", header, filter)
            : new TextFix($"Wait longer after each failure, and give up after {Attempts} attempts", header, filter, Wait(block, BackOff.Statement(block.SpanStart, name, token, model), text));
    }

    // The catch from which the loop goes on, where there is just one in it.
    private static CatchClauseSyntax? CatchOf(StatementSyntax loop)
        => loop.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<TryStatementSyntax>().ToList() is [{ Catches: [{ } clause] }]
            && clause.Block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax) ? clause : null;

    // The body of a loop that goes by the status: only what did not go well comes to its end.
    private static BlockSyntax? RoundOf(StatementSyntax loop)
        => loop is ForStatementSyntax { Statement: BlockSyntax block }
            && block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax)
            && !block.DescendantNodes().Any(static node => node is TryStatementSyntax or ContinueStatementSyntax) ? block : null;

    // "for (int i = 0; i < 3; i++)"
    private static string? CounterOf(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
        => loop is ForStatementSyntax { Condition: not null, Declaration.Variables: [{ } variable], Incrementors: [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }] }
            && model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } ? variable.Identifier.Text : null;

    private static bool IsEndless(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax { Condition: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } } => true,
        ForStatementSyntax { Condition: null, Declaration: null, Initializers.Count: 0, Incrementors.Count: 0 } => true,
        _ => false,
    };

    private static TextSpan HeaderOf(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax statement => TextSpan.FromBounds(statement.WhileKeyword.SpanStart, statement.CloseParenToken.Span.End),
        ForStatementSyntax statement => TextSpan.FromBounds(statement.ForKeyword.SpanStart, statement.CloseParenToken.Span.End),
        _ => throw new ArgumentOutOfRangeException(nameof(loop)),
    };

    // At the end of the block, before a statement that goes on.
    private static TextChange Wait(BlockSyntax block, string wait, SourceText text)
    {
        if (block.Statements.LastOrDefault() is ContinueStatementSyntax last)
        {
            return StatementText.Insert(last, wait, text);
        }

        SyntaxToken close = block.CloseBraceToken;
        TextLine line = text.Lines.GetLineFromPosition(close.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, close.SpanStart));
        return indentation.Trim().Length > 0
            ? new TextChange(new TextSpan(close.SpanStart, 0), text[close.SpanStart - 1] == ' ' ? wait + " " : $" {wait} ")
            : new TextChange(new TextSpan(line.Start, 0), $"{indentation}{(indentation.IndexOf('\t') >= 0 ? "\t" : "    ")}{wait}{StatementText.EndOfLine(text)}");
    }
}
