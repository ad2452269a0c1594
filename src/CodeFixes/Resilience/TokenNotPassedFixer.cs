using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>GG2008: passes the token that is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenNotPassedFixer)), Shared]
public sealed class TokenNotPassedFixer : CodeFixProvider
{
    /// <summary>The key of the fix.</summary>
    public const string PassKey = "GG2008.PassToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.TokenNotPassed);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { Parent: InvocationExpressionSyntax call }
                && diagnostic.Properties.TryGetValue(TokenProperties.Token, out string? token) && token is not null
                && diagnostic.Properties.TryGetValue(TokenProperties.Parameter, out string? parameter) && parameter is not null)
            {
                bool isNamed = diagnostic.Properties.ContainsKey(TokenProperties.IsNamed) || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null);
                context.RegisterCodeFix(
                    CodeAction.Create($"Pass '{token}'", _ => Task.FromResult(Pass(context.Document, root, call, token, isNamed ? parameter : null)), PassKey),
                    diagnostic);
            }
        }
    }

    private static Document Pass(Document document, SyntaxNode root, InvocationExpressionSyntax call, string token, string? parameter)
    {
        ArgumentSyntax argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Escaped(token)));
        if (parameter is not null)
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(Escaped(parameter))).WithTrailingTrivia(SyntaxFactory.Space));
        }

        ArgumentListSyntax list = call.ArgumentList;
        if (list.Arguments.Count > 0)
        {
            argument = argument.WithLeadingTrivia(LeadOf(list));
        }

        // What stands behind the last argument, such as a comment or the end of its line, stays in front of the parenthesis.
        ArgumentListSyntax extended = list.AddArguments(argument);
        return document.WithSyntaxRoot(root.ReplaceNode(list, extended));
    }

    // A list with an argument on each line gets another line.
    private static SyntaxTriviaList LeadOf(ArgumentListSyntax list)
    {
        SyntaxTriviaList lead = list.Arguments.Last().GetLeadingTrivia();
        SyntaxTrivia end = list.Arguments.Last().GetFirstToken().GetPreviousToken().TrailingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(end).AddRange(lead.Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
