using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Limits;

/// <summary>GG3003: allows more output tokens, or, in an attribute that says nothing about thinking yet, makes the model think less.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputTokensTooFewFixer)), Shared]
public sealed class OutputTokensTooFewFixer : ReplacedValueFixer
{
    /// <summary>The key of the fix that allows more tokens.</summary>
    public const string RaiseKey = "GG3003.Raise";

    /// <summary>The key of the fix that lowers the thinking.</summary>
    public const string ThinkLessKey = "GG3003.ThinkLess";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.OutputTokensTooFew);

    private protected override string Key => RaiseKey;

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        await base.RegisterAsync(context, root, diagnostic).ConfigureAwait(false);
        if (diagnostic.Properties.TryGetValue(ContractIssueProperties.LessThinking, out string? setting)
            && setting is not null
            && root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent: AttributeArgumentListSyntax list } argument
            && !list.Arguments.Any(static other => other.NameEquals?.Name.Identifier.ValueText is WellKnownNames.Thinking or WellKnownNames.ThinkingBudget))
        {
            SourceText source = root.SyntaxTree.GetText(context.CancellationToken);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Think less: {setting}",
                    _ => Task.FromResult(context.Document.WithText(source.WithChanges(new TextChange(new TextSpan(argument.Span.End, 0), ", " + setting)))),
                    ThinkLessKey),
                diagnostic);
        }
    }
}
