using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4004: throws on an error before the content is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ErrorTakenForAnswerFixer)), Shared]
public sealed class ErrorTakenForAnswerFixer : TextFixer
{
    private const string Ensure = ".EnsureSuccessStatusCode()";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ErrorTakenForAnswer);

    private protected override string Key => "GG4004.Ensure";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not MemberAccessExpressionSyntax { Expression: { } response })
        {
            return null;
        }

        // It gives the response back, so it fits where no statement does.
        TextChange change = response is IdentifierNameSyntax && StatementText.Of(response) is { } statement
            ? StatementText.Insert(statement, response + Ensure + ";", text)
            : new TextChange(new TextSpan(response.Span.End, 0), Ensure);
        return new TextFix("Call 'EnsureSuccessStatusCode' first", change);
    }
}
