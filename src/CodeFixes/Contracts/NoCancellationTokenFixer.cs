using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0014: adds an optional cancellation token as the last parameter. Not offered where a class implements the method, or an overload has the token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoCancellationTokenFixer)), Shared]
public sealed class NoCancellationTokenFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string AddKey = "GG0014.AddToken";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoCancellationToken);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan) is not MethodDeclarationSyntax method
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || semantics.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || semantics.Compilation.GetTypeByMetadataName("System.Threading.CancellationToken") is not { } token
            || symbol.Parameters.Any(static parameter => parameter.IsParams)
            || Signatures.HasOverload(symbol, [.. symbol.Parameters.Select(static parameter => parameter.Type), token])
            || await Signatures.IsImplementedAsync(symbol, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false))
        {
            return;
        }

        string name = symbol.Parameters.Any(static parameter => parameter.Name == "cancellationToken") ? "token" : "cancellationToken";
        if (symbol.Parameters.All(parameter => parameter.Name != name))
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Add 'CancellationToken {name} = default'", cancellationToken => AddAsync(context.Document, root, method, token, name, cancellationToken), AddKey),
                diagnostic);
        }
    }

    private static Task<Document> AddAsync(Document document, SyntaxNode root, MethodDeclarationSyntax method, INamedTypeSymbol token, string name, CancellationToken cancellationToken)
    {
        SyntaxAnnotation added = new();
        TypeSyntax type = ((TypeSyntax)SyntaxGenerator.GetGenerator(document).TypeExpression(token)).WithAdditionalAnnotations(Simplifier.Annotation, added);
        SyntaxToken equals = SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsToken, [SyntaxFactory.Space]);
        ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name).WithLeadingTrivia(SyntaxFactory.Space))
            .WithType(type)
            .WithDefault(SyntaxFactory.EqualsValueClause(equals, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression, SyntaxFactory.Token(SyntaxKind.DefaultKeyword))));
        ParameterListSyntax list = method.ParameterList;
        ParameterListSyntax extended = list.Parameters.Count == 0 ? list.AddParameters(parameter) : list.AddParameters(parameter.WithLeadingTrivia(GetLead(list)));
        return ImportAdder.AddImportsAsync(document.WithSyntaxRoot(root.ReplaceNode(list, extended)), added, cancellationToken: cancellationToken);
    }

    /// <summary>A list with a parameter on each line gets another line.</summary>
    private static SyntaxTriviaList GetLead(ParameterListSyntax list)
    {
        ParameterSyntax last = list.Parameters[list.Parameters.Count - 1];
        SyntaxTrivia lineEnd = last.GetFirstToken().GetPreviousToken().TrailingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(lineEnd).AddRange(last.GetLeadingTrivia()) : SyntaxFactory.TriviaList(SyntaxFactory.Space);
    }
}
