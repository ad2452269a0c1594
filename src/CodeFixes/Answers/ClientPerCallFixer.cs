using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>
/// GG4010: one static client for the type. Not offered where the client is set up, by an initializer, by headers, a time limit or a base address: what one object sets up would then
/// hold for all.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClientPerCallFixer)), Shared]
public sealed class ClientPerCallFixer : CodeFixProvider
{
    private const string SharedKey = "GG4010.Share";
    private const string TypeName = "System.Net.Http.HttpClient";
    private const string FieldName = "SharedHttpClient";

    private static readonly HashSet<string> SetUp = new(StringComparer.Ordinal)
    {
        "BaseAddress", "Timeout", "DefaultRequestHeaders", "DefaultRequestVersion", "DefaultVersionPolicy", "MaxResponseContentBufferSize", "Dispose", "CancelPendingRequests",
    };

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.ClientPerCall);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new DocumentFixAllProvider(static (root, diagnostics, _) => FixAll(root, diagnostics));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && Find(root, diagnostic) is { } creation && CanShare(creation))
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Share one HttpClient", _ => Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, creation))), SharedKey),
                    diagnostic);
            }
        }
    }

    private static SyntaxNode FixAll(SyntaxNode root, ImmutableArray<Diagnostic> diagnostics)
    {
        List<BaseObjectCreationExpressionSyntax> creations = [];
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Find(root, diagnostic) is { } creation && CanShare(creation))
            {
                creations.Add(creation);
            }
        }

        SyntaxNode changed = root.TrackNodes(creations);
        foreach (BaseObjectCreationExpressionSyntax creation in creations)
        {
            changed = Fix(changed, changed.GetCurrentNode(creation)!);
        }

        return changed;
    }

    private static BaseObjectCreationExpressionSyntax? Find(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as BaseObjectCreationExpressionSyntax;

    private static bool CanShare(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is not null
            || creation.ArgumentList?.Arguments.Count > 0
            || creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax type)
        {
            return false;
        }

        return creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable } => declaration.Parent switch
            {
                FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.PrivateKeyword) && IsOnlySentBy(variable.Identifier.ValueText, type),
                LocalDeclarationStatementSyntax or UsingStatementSyntax => IsOnlySentBy(variable.Identifier.ValueText, MemberOf(creation)),
                _ => false,
            },
            // "new HttpClient().PostAsync(…)". What a property or a method gives, its callers may dispose of.
            MemberAccessExpressionSyntax => true,
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } assignment
                => !HasComment(statement) && FieldOf(assignment, type) is { } name && IsOnlySentBy(name, type),
            _ => false,
        };
    }

    // The field that a constructor gives the client.
    private static string? FieldOf(AssignmentExpressionSyntax assignment, TypeDeclarationSyntax type)
        => assignment.Left is IdentifierNameSyntax name
            && assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null
            && type.Members.OfType<FieldDeclarationSyntax>().Any(field => field.Modifiers.Any(SyntaxKind.PrivateKeyword)
                && field.Declaration.Variables.Count == 1
                && field.Declaration.Variables[0].Initializer is null
                && field.Declaration.Variables[0].Identifier.ValueText == name.Identifier.ValueText)
            ? name.Identifier.ValueText
            : null;

    private static bool HasComment(SyntaxNode statement)
        => statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static MemberDeclarationSyntax MemberOf(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;

    private static bool IsOnlySentBy(string name, SyntaxNode scope)
        => scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).All(static use => use.Parent switch
        {
            // "this.client" of a static field is an error.
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => false,
            MemberAccessExpressionSyntax member => member.Expression == use && !SetUp.Contains(member.Name.Identifier.ValueText),
            ConditionalAccessExpressionSyntax => false,
            _ => true,
        });

    private static SyntaxNode Fix(SyntaxNode root, BaseObjectCreationExpressionSyntax creation)
    {
        var type = (ClassDeclarationSyntax)creation.FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        return creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => root.ReplaceNode(field, MakeStatic(field)),
            AssignmentExpressionSyntax assignment => root.ReplaceNode(type, MoveToField(type, assignment, creation)),
            _ => root.ReplaceNode(type, UseShared(type, creation)),
        };
    }

    private static FieldDeclarationSyntax MakeStatic(FieldDeclarationSyntax field)
    {
        int after = field.Modifiers.IndexOf(SyntaxKind.PrivateKeyword) + 1;
        return field.WithModifiers(field.Modifiers.Insert(after, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
    }

    private static ClassDeclarationSyntax MoveToField(ClassDeclarationSyntax type, AssignmentExpressionSyntax assignment, BaseObjectCreationExpressionSyntax creation)
    {
        string name = ((IdentifierNameSyntax)assignment.Left).Identifier.ValueText;
        FieldDeclarationSyntax field = type.Members.OfType<FieldDeclarationSyntax>().First(candidate => candidate.Declaration.Variables[0].Identifier.ValueText == name);
        VariableDeclaratorSyntax variable = field.Declaration.Variables[0];
        FieldDeclarationSyntax initialized = MakeStatic(field.ReplaceNode(
            variable,
            variable.WithIdentifier(variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
                .WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), creation.WithoutTrivia()))));
        ClassDeclarationSyntax tracked = type.TrackNodes(field, (SyntaxNode)assignment.Parent!);
        tracked = tracked.RemoveNode(tracked.GetCurrentNode(assignment.Parent!)!, SyntaxRemoveOptions.KeepNoTrivia)!;
        return tracked.ReplaceNode(tracked.GetCurrentNode(field)!, initialized);
    }

    private static ClassDeclarationSyntax UseShared(ClassDeclarationSyntax type, BaseObjectCreationExpressionSyntax creation)
    {
        string name = SharedName(type, out bool isThere);
        ClassDeclarationSyntax changed = ReplaceCreation(type, creation, SyntaxFactory.IdentifierName(name));
        return isThere ? changed : AddField(changed, name);
    }

    private static ClassDeclarationSyntax ReplaceCreation(ClassDeclarationSyntax type, BaseObjectCreationExpressionSyntax creation, IdentifierNameSyntax shared)
    {
        SyntaxNode? declaration = creation.Parent?.Parent?.Parent?.Parent;
        switch (declaration)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local:
                LocalDeclarationStatementSyntax plain = local.ReplaceNode(creation, shared.WithTriviaFrom(creation));
                SyntaxTriviaList leading = local.GetLeadingTrivia();
                return type.ReplaceNode(local, plain.WithAwaitKeyword(default).WithUsingKeyword(default).WithLeadingTrivia(leading));
            case UsingStatementSyntax statement:
                LocalDeclarationStatementSyntax variable = SyntaxFactory.LocalDeclarationStatement(statement.Declaration!.ReplaceNode(creation, shared.WithTriviaFrom(creation)))
                    .WithAdditionalAnnotations(Formatter.Annotation);
                BlockSyntax block = statement.Statement as BlockSyntax ?? SyntaxFactory.Block(statement.Statement);
                return type.ReplaceNode(
                    statement,
                    block.WithStatements(block.Statements.Insert(0, variable)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
            default:
                return type.ReplaceNode(creation, shared.WithTriviaFrom(creation));
        }
    }

    private static string SharedName(ClassDeclarationSyntax type, out bool isThere)
    {
        string name = FieldName;
        for (int i = 1; ; i++)
        {
            isThere = type.Members.OfType<FieldDeclarationSyntax>().Any(field => field.Modifiers.Any(SyntaxKind.StaticKeyword)
                && field.Declaration.Type.ToString().EndsWith("HttpClient", StringComparison.Ordinal)
                && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name));
            if (isThere || !type.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name))
            {
                return name;
            }

            name = FieldName + i;
        }
    }

    private static ClassDeclarationSyntax AddField(ClassDeclarationSyntax type, string name)
    {
        MemberDeclarationSyntax first = type.Members[0];
        SyntaxTrivia indentation = Last(first.GetLeadingTrivia());
        SyntaxTrivia lineEnd = Last(type.OpenBraceToken.TrailingTrivia);
        bool isOnLines = lineEnd.IsKind(SyntaxKind.EndOfLineTrivia);
        MemberDeclarationSyntax field = SyntaxFactory.ParseMemberDeclaration($"private static readonly {TypeName} {name} = new {TypeName}();")!
            .WithLeadingTrivia(isOnLines && indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : SyntaxFactory.TriviaList())
            .WithTrailingTrivia(isOnLines ? SyntaxFactory.TriviaList(lineEnd, lineEnd) : SyntaxFactory.TriviaList(SyntaxFactory.Space))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        return type.WithMembers(type.Members.Insert(0, field));
    }

    private static SyntaxTrivia Last(SyntaxTriviaList trivia) => trivia.Count > 0 ? trivia[trivia.Count - 1] : default;
}
