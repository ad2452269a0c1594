using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0010: turns a field into a property, or gives a property an <c>init</c> accessor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnswerTypeNotConstructibleFixer)), Shared]
public sealed class AnswerTypeNotConstructibleFixer : ContractFixer
{
    /// <summary>The key of the fix that makes a property of a field.</summary>
    public const string MakePropertyKey = "GG0010.MakeProperty";

    /// <summary>The key of the fix that adds an accessor.</summary>
    public const string AddInitKey = "GG0010.AddInit";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.AnswerTypeNotConstructible);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan);
        if (diagnostic.Properties.ContainsKey(ContractIssueProperties.MakeProperty)
            && node is VariableDeclaratorSyntax { ArgumentList: null, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable)
        {
            Register($"Make '{variable.Identifier.ValueText}' a property", MakePropertyKey, field, MakeProperty(field, variable));
        }
        else if (diagnostic.Properties.ContainsKey(ContractIssueProperties.AddInit)
            && node is PropertyDeclarationSyntax { AccessorList: { Accessors: [{ Body: null, ExpressionBody: null }] } accessors })
        {
            AccessorListSyntax extended = accessors.AddAccessors(Accessor(SyntaxKind.InitAccessorDeclaration)).WithAdditionalAnnotations(Formatter.Annotation);
            Register("Add an 'init' accessor", AddInitKey, accessors, extended);
        }

        return Task.CompletedTask;

        void Register(string title, string key, SyntaxNode before, SyntaxNode after)
            => context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(before, after))), key),
                diagnostic);
    }

    private static PropertyDeclarationSyntax MakeProperty(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable)
    {
        bool isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
        SyntaxTokenList modifiers = SyntaxFactory.TokenList();
        foreach (SyntaxToken modifier in field.Modifiers)
        {
            modifiers = modifier.IsKind(SyntaxKind.ReadOnlyKeyword) || modifier.IsKind(SyntaxKind.VolatileKeyword) ? modifiers : modifiers.Add(modifier);
        }

        AccessorListSyntax accessors = SyntaxFactory.AccessorList(SyntaxFactory.List(
        [
            Accessor(SyntaxKind.GetAccessorDeclaration),
            Accessor(isReadOnly ? SyntaxKind.InitAccessorDeclaration : SyntaxKind.SetAccessorDeclaration),
        ]));
        PropertyDeclarationSyntax property = SyntaxFactory.PropertyDeclaration(field.Declaration.Type, variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithAttributeLists(field.AttributeLists)
            .WithModifiers(modifiers)
            .WithAccessorList(accessors);
        property = variable.Initializer is { } initializer ? property.WithInitializer(initializer).WithSemicolonToken(field.SemicolonToken) : property;
        return property.WithTriviaFrom(field).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static AccessorDeclarationSyntax Accessor(SyntaxKind kind)
        => SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
}
