using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0005: renames the placeholder to the nearest parameter, or adds the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaceholderWithoutParameterFixer)), Shared]
public sealed class PlaceholderWithoutParameterFixer : ContractFixer
{
    /// <summary>The key of the fix that renames.</summary>
    public const string RenameKey = "GG0005.Rename";

    /// <summary>The key of the fix that adds a parameter.</summary>
    public const string AddParameterKey = "GG0005.AddParameter";

    private static readonly FixAllProvider FixAll = new DocumentFixAllProvider(static (root, diagnostics, key) => key == AddParameterKey ? AddParameters(root, diagnostics) : null);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PlaceholderWithoutParameter);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(ContractIssueProperties.Placeholder, out string? placeholder) || placeholder is null)
        {
            return Task.CompletedTask;
        }

        // Where the text is declared elsewhere, the mark covers the whole argument, and nothing here is the name.
        bool isName = root.SyntaxTree.GetText(context.CancellationToken).ToString(diagnostic.Location.SourceSpan) == placeholder;
        if (isName && diagnostic.Properties.TryGetValue(ContractIssueProperties.Nearest, out string? nearest) && nearest is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change to '{{{nearest}}}'",
                    cancellationToken => TextEdits.ReplaceAsync(context.Document, diagnostic.Location.SourceSpan, nearest, cancellationToken),
                    RenameKey),
                diagnostic);
        }

        if (FindMethod(root, diagnostic) is not null && SyntaxFacts.IsValidIdentifier(placeholder))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add parameter '{placeholder}'",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(AddParameters(root, [diagnostic]))),
                    AddParameterKey),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The method to change. An instruction of the contract stands on the interface: which method is meant is not for a fix to say.</summary>
    private static MethodDeclarationSyntax? FindMethod(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()?.Parent as MethodDeclarationSyntax;

    /// <summary>Adds each missing parameter once, all of a method's together.</summary>
    private static SyntaxNode AddParameters(SyntaxNode root, IEnumerable<Diagnostic> diagnostics)
    {
        Dictionary<SyntaxNode, List<string>> missing = [];
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (FindMethod(root, diagnostic) is not { ParameterList: var list }
                || !diagnostic.Properties.TryGetValue(ContractIssueProperties.Placeholder, out string? name)
                || name is null
                || !SyntaxFacts.IsValidIdentifier(name))
            {
                continue;
            }

            if (!missing.TryGetValue(list, out List<string>? names))
            {
                missing.Add(list, names = []);
            }

            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return root.ReplaceNodes(missing.Keys, (list, _) => missing[list].Aggregate((ParameterListSyntax)list, AddParameter));
    }

    /// <summary>The new parameter comes before everything that is optional, and before a cancellation token, which stays last.</summary>
    private static ParameterListSyntax AddParameter(ParameterListSyntax list, string name)
    {
        int index = 0;
        while (index < list.Parameters.Count && !ComesAfter(list.Parameters[index]))
        {
            index++;
        }

        ParameterSyntax parameter = SyntaxFactory.Parameter(Escape(name))
            .WithType(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)).WithTrailingTrivia(SyntaxFactory.Space));
        return list.WithParameters(Insert(list.Parameters, index, parameter));
    }

    private static SeparatedSyntaxList<ParameterSyntax> Insert(SeparatedSyntaxList<ParameterSyntax> parameters, int index, ParameterSyntax parameter)
    {
        if (index < parameters.Count)
        {
            // Lists over several lines keep their indentation: the new one takes the place, the others follow on its line.
            parameter = parameter.WithLeadingTrivia(parameters[index].GetLeadingTrivia());
            parameters = parameters.Replace(parameters[index], parameters[index].WithLeadingTrivia());
        }

        List<SyntaxNodeOrToken> nodes = [.. parameters.GetWithSeparators()];
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        if (index == parameters.Count)
        {
            nodes.AddRange(index == 0 ? [parameter] : [comma, parameter]);
        }
        else
        {
            nodes.InsertRange(index * 2, [parameter, comma]);
        }

        return SyntaxFactory.SeparatedList<ParameterSyntax>(nodes);
    }

    private static bool ComesAfter(ParameterSyntax parameter)
        => parameter.Default is not null
            || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)
            || (parameter.Type is { } type && type.ToString().EndsWith("CancellationToken", StringComparison.Ordinal));

    private static SyntaxToken Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
            ? SyntaxFactory.Identifier(name)
            : SyntaxFactory.VerbatimIdentifier(default, name, name, default);
}
