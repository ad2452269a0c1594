using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>GG2009: gives the client a time limit in place of none. Offered where the limit is taken off in the type that sends, in the same file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoTimeLimitFixer)), Shared]
public sealed class NoTimeLimitFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoTimeLimit);

    private protected override string Key => "GG2009.SetLimit";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode type = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? root;
        TextChange[] changes =
        [
            .. type.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => TakesLimitOff(assignment, model, cancellationToken))
                .Select(assignment => new TextChange(assignment.Right.Span, TypeNames.At(assignment.SpanStart, "System", "TimeSpan", model) + ".FromMinutes(5)")),
        ];
        return changes.Length == 0 ? null : new TextFix("Set a time limit of 5 minutes", changes);
    }

    private static bool TakesLimitOff(AssignmentExpressionSyntax assignment, SemanticModel model, CancellationToken cancellationToken)
        => assignment.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InfiniteTimeSpan" }
            && model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is IPropertySymbol { Name: "Timeout", ContainingType.Name: "HttpClient" };
}
