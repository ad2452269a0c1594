using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>
/// Fixes GG1001, GG1002, GG1003 and GG1009: reads the key from the environment, or from an <c>IConfiguration</c> in scope. Not offered where the language wants a constant, or where parts of the key
/// would stay behind.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyInSourceFixer))]
[Shared]
public sealed class KeyInSourceFixer : CodeFixProvider
{
    private const string SetVariable = nameof(Environment.SetEnvironmentVariable);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.GeminiKeyInSource,
        DiagnosticIds.ProviderKeyInSource,
        DiagnosticIds.OpaqueKey,
        DiagnosticIds.EncodedKey);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            KeyTarget? target = KeyTarget.Find(root, diagnostic, model, cancellationToken);
            if (target is null || IsInExpressionTree(target.Node, model, cancellationToken) || !await CanStopBeingConstantAsync(context.Document, target, model, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            if (ConfigurationFinder.Find(target.Node, model, cancellationToken) is { } configuration)
            {
                Register(context, diagnostic, target, KeySource.FromConfiguration(target.Family, diagnostic.Id, configuration));
            }

            if (!IsWrittenToEnvironment(target.Node))
            {
                Register(context, diagnostic, target, KeySource.FromEnvironment(target.Family, diagnostic.Id));
            }
        }
    }

    // Reading a variable to set it would read nothing.
    private static bool IsWrittenToEnvironment(SyntaxNode node)
        => node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: SetVariable } or IdentifierNameSyntax { Identifier.ValueText: SetVariable };

    private static void Register(CodeFixContext context, Diagnostic diagnostic, KeyTarget target, KeySource source)
        => context.RegisterCodeFix(
            CodeAction.Create(source.Title, cancellationToken => FixAsync(context.Document, target, source, cancellationToken), source.EquivalenceKey),
            diagnostic);

    private static async Task<Document> FixAsync(Document document, KeyTarget target, KeySource source, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SemanticModel model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var read = new KeyRead(source, model, SyntaxGenerator.GetGenerator(document), cancellationToken);
        Document changed = document.WithSyntaxRoot(KeyRewriter.Rewrite(root, target, read));
        if (IsImported(model, target.Node.SpanStart))
        {
            return await WithoutImportsAsync(changed, cancellationToken).ConfigureAwait(false);
        }

        OptionSet options = await GetOptionsAsync(document, cancellationToken).ConfigureAwait(false);
        return await ImportAdder.AddImportsAsync(changed, KeyRead.Imports, options, cancellationToken).ConfigureAwait(false);
    }

    // By the file or for all files; there an import would be added, taken away again, and leave an empty line.
    private static bool IsImported(SemanticModel model, int position)
        => model.LookupNamespacesAndTypes(position, name: nameof(Environment)).Any(static type => type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static async Task<Document> WithoutImportsAsync(Document document, CancellationToken cancellationToken)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        return document.WithSyntaxRoot(root.ReplaceNodes(
            root.GetAnnotatedNodes(Simplifier.AddImportsAnnotation),
            static (_, name) => name.WithoutAnnotations(Simplifier.AddImportsAnnotation)));
    }

    // New lines end as the file's first one does.
    private static async Task<OptionSet> GetOptionsAsync(Document document, CancellationToken cancellationToken)
    {
        OptionSet options = await document.GetOptionsAsync(cancellationToken).ConfigureAwait(false);
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak == first.End
            ? options
            : options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)));
    }

    // An expression tree holds neither ?? throw nor, in most providers, a call.
    private static bool IsInExpressionTree(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
        => node.Ancestors().OfType<AnonymousFunctionExpressionSyntax>().Any(lambda =>
            model.GetTypeInfo(lambda, cancellationToken).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" });

    private static async Task<bool> CanStopBeingConstantAsync(Document document, KeyTarget target, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!ConstantContexts.RequiresConstant(target.Node))
        {
            return true;
        }

        // What is constant only because it is declared so may change, if no use of it needs a constant.
        return ConstantDeclaration(target.Node) is { } variable
            && model.GetDeclaredSymbol(variable, cancellationToken) is { } symbol
            && await NoUseNeedsConstantAsync(document.Project.Solution, symbol, cancellationToken).ConfigureAwait(false);
    }

    private static VariableDeclaratorSyntax? ConstantDeclaration(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is not { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable })
        {
            return null;
        }

        bool canChange = declaration.Parent switch
        {
            FieldDeclarationSyntax field => field.AttributeLists.Count == 0 && field.Parent is not InterfaceDeclarationSyntax,
            LocalDeclarationStatementSyntax => true,
            _ => false,
        };
        return canChange ? variable : null;
    }

    private static async Task<bool> NoUseNeedsConstantAsync(Solution solution, ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (ReferencedSymbol reference in await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in reference.Locations)
            {
                SyntaxNode? root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                SyntaxNode? use = root?.FindNode(location.Location.SourceSpan, findInsideTrivia: false, getInnermostNodeForTie: true);
                if (use is null || ConstantContexts.RequiresConstant(use))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
