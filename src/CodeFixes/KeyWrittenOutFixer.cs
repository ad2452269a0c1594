using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes;

/// <summary>Fixes GG1008: writes <c>***</c> in the key's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyWrittenOutFixer))]
[Shared]
public sealed class KeyWrittenOutFixer : KeyFixer
{
    private const string Mask = "***";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KeyWrittenOut);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode value = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        value = value is ArgumentSyntax argument ? argument.Expression : value;

        // What is called on the key, or cut from it, goes with it.
        while (value.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.Parent is InterpolationSyntax hole
            ? KeyRepair.Of("Write '***' in place of the key", hole.Span, Mask)
            : KeyRepair.Of("Write '***' in place of the key", value.Span, "\"" + Mask + "\"");
    }
}
