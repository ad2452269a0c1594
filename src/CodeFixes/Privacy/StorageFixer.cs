using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Privacy;

/// <summary>GG5004: sets <c>store</c> to false where it is true, and adds it to an anonymous object that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StorageFixer)), Shared]
public sealed class StorageFixer : ContractFixer
{
    /// <summary>The key of the fix.</summary>
    public const string OffKey = "GG5004.Off";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.StorageOn);

    private protected override Task RegisterAsync(CodeFixContext context, SyntaxNode root, Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        SourceText source = root.SyntaxTree.GetText(context.CancellationToken);
        Document? repaired = null;
        if (source.ToString(span) == "true")
        {
            repaired = context.Document.WithText(source.WithChanges(new TextChange(span, "false")));
        }
        else if (root.FindNode(span, getInnermostNodeForTie: true) is AnonymousObjectCreationExpressionSyntax { Initializers: { Count: > 0 } members })
        {
            // Behind the last member, on a line of its own where that has one.
            AnonymousObjectMemberDeclaratorSyntax last = members[members.Count - 1];
            string separator = last.GetLeadingTrivia().ToFullString() is { Length: > 0 } indentation && source.Lines.GetLinePosition(last.SpanStart).Line > source.Lines.GetLinePosition(span.Start).Line
                ? "," + (root.SyntaxTree.GetText(context.CancellationToken).ToString().Contains("\r\n") ? "\r\n" : "\n") + indentation.Split('\n').Last()
                : ", ";
            repaired = context.Document.WithText(source.WithChanges(new TextChange(new TextSpan(last.Span.End, 0), separator + "store = false")));
        }

        if (repaired is not null)
        {
            context.RegisterCodeFix(CodeAction.Create("Set 'store' to false", _ => Task.FromResult(repaired), OffKey), diagnostic);
        }

        return Task.CompletedTask;
    }
}
