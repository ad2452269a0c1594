using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>GG0016: moves the placeholder to the end of the prompt. Not offered where a block stands around it, or where one of the two texts stands elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UntrustedInstructionFixer)), Shared]
public sealed class UntrustedInstructionFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string MoveKey = "GG0016.Move";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UntrustedInstruction);

    private protected override async Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        SourceText source = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue(ContractIssueProperties.Path, out string? path)
            || path is null
            || FindInstruction(root, diagnostic) is not { } instruction
            || instruction.FirstAncestorOrSelf<AttributeListSyntax>()?.Parent is not MethodDeclarationSyntax method
            || FindPlaceholder(source, instruction, diagnostic.Location.SourceSpan, path) is not { } placeholder
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } semantics
            || PromptLiteral.Find(method, semantics, context.CancellationToken) is not { } prompt)
        {
            return;
        }

        bool isThere = semantics.GetConstantValue(prompt.Template, context.CancellationToken).Value is string template && template.IndexOf("{" + path + "}", StringComparison.Ordinal) >= 0;
        TextChange[] changes = isThere
            ? [new TextChange(WithBlank(source, placeholder), "")]
            : [new TextChange(WithBlank(source, placeholder), ""), new TextChange(prompt.End, prompt.Separator + source.ToString(placeholder))];
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Move '{{{path}}}' to the prompt",
                _ => Task.FromResult(context.Document.WithText(source.WithChanges(changes.OrderBy(static change => change.Span.Start)))),
                MoveKey),
            diagnostic);
    }

    private static LiteralExpressionSyntax? FindInstruction(SyntaxNode root, Diagnostic diagnostic)
        => root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as LiteralExpressionSyntax;

    /// <summary>The placeholder with its braces; null when it is not there, when it may be said only if something holds, or when nothing would be left of the instruction.</summary>
    private static TextSpan? FindPlaceholder(SourceText source, LiteralExpressionSyntax instruction, TextSpan marked, string path)
    {
        string text = source.ToString(instruction.Span);
        int start = marked.Start - instruction.SpanStart - 1;
        int end = start < 0 ? -1 : text.IndexOf('}', start);
        if (end < 0 || text[start] != '{' || string.CompareOrdinal(text, start + 1, path, 0, path.Length) != 0 || text.IndexOf("{#", StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        bool isAll = !text.Remove(start, end + 1 - start).Any(char.IsLetter);
        return isAll ? null : TextSpan.FromBounds(instruction.SpanStart + start, instruction.SpanStart + end + 1);
    }

    /// <summary>The blank before the placeholder goes with it.</summary>
    private static TextSpan WithBlank(SourceText source, TextSpan placeholder)
        => source[placeholder.Start - 1] == ' ' ? TextSpan.FromBounds(placeholder.Start - 1, placeholder.End) : placeholder;
}
