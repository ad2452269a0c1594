using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes;

/// <summary>Fixes GG1007: throws where the key is missing. Not offered where a throw may not stand, or where nothing else would give the expression a type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FallbackKeyFixer))]
[Shared]
public sealed class FallbackKeyFixer : KeyFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.FallbackKey);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (KeyTarget.Find(root, diagnostic, model, cancellationToken) is not { IsWhole: true } target || !CanThrow(target.Node))
        {
            return null;
        }

        string exception = model.LookupNamespacesAndTypes(target.Node.SpanStart, name: nameof(InvalidOperationException)).Length > 0 ? nameof(InvalidOperationException) : "System.InvalidOperationException";
        string text = "throw new " + exception + "(\"No " + target.Family.Provider + " key is configured.\")";
        return KeyRepair.Of("Throw where no key is configured", target.Node.Span, text);
    }

    private static bool CanThrow(SyntaxNode key) => key.Parent switch
    {
        BinaryExpressionSyntax coalesce => coalesce.IsKind(SyntaxKind.CoalesceExpression) && coalesce.Right == key,
        ConditionalExpressionSyntax conditional => HasType(conditional.WhenTrue == key ? conditional.WhenFalse : conditional.WhenTrue),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax whole } arm => whole.Arms.Any(other => other != arm && HasType(other.Expression)),
        _ => false,
    };

    // Another key may become a throw as well, and two of them have no type.
    private static bool HasType(ExpressionSyntax other) => other is not ThrowExpressionSyntax && !(other is LiteralExpressionSyntax { Token.Value: string text } && KeyShapes.TryFind(text, 0, out _));
}
