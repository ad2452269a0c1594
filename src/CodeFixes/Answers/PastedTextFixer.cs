using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4007: encodes the text where it is put in. Not offered without <c>System.Text.Json</c>, or where the text may be null, which has no encoding.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PastedTextFixer)), Shared]
public sealed class PastedTextFixer : TextFixer
{
    private const string Encoder = "System.Text.Json.JsonEncodedText";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PastedText);

    private protected override string Key => "GG4007.Encode";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax pasted || model.Compilation.GetTypeByMetadataName(Encoder) is null)
        {
            return null;
        }

        bool mayBeNull = model.GetTypeInfo(pasted, cancellationToken).Nullability.FlowState == NullableFlowState.MaybeNull;
        bool isHole = pasted.Parent is InterpolationSyntax;
        // "::" and "?:" end the hole of an interpolated string; a name that is found does without.
        string encoder = model.LookupNamespacesAndTypes(pasted.SpanStart, name: "JsonEncodedText").Length > 0 ? "JsonEncodedText" : Encoder;
        string argument = mayBeNull ? $"{pasted} ?? \"\"" : pasted.ToString();
        bool hasQuotes = mayBeNull && isHole && !IsRaw(pasted);
        bool wantsString = pasted.Parent is ArgumentSyntax or { RawKind: (int)SyntaxKind.AddExpression };
        return hasQuotes
            ? null
            : new TextFix($"Encode '{pasted}'", new TextChange(pasted.Span, $"{encoder}.Encode({argument}){(wantsString ? ".ToString()" : "")}"));
    }

    // Older languages take no quotes in the holes of interpolated strings.
    private static bool IsRaw(ExpressionSyntax pasted)
        => pasted.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } interpolated
            && interpolated.StringStartToken.Kind() is SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken;
}
