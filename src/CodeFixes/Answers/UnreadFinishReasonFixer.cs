using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4003: throws where the model stopped early. Offered where something has looked for the candidate first, and the reason is JSON or a string.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreadFinishReasonFixer)), Shared]
public sealed class UnreadFinishReasonFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnreadFinishReason);

    private protected override string Key => "GG4003.Check";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ } location]
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax candidate
            || StatementText.Of(root.FindNode(diagnostic.Location.SourceSpan)) is not { } statement
            || !IsInStatement(candidate, statement)
            || Reason(candidate, statement, model, cancellationToken) is not { } reason)
        {
            return null;
        }

        return new TextFix(
            "Throw when the model stopped early",
            StatementText.InsertIf(statement, $"{reason} != \"STOP\"", $"throw new {StatementText.ExceptionName(statement, model)}(\"The model stopped early: \" + {reason});", text));
    }

    // What stands elsewhere has no value here yet, or no longer.
    private static bool IsInStatement(ExpressionSyntax candidate, StatementSyntax statement) => statement.Span.Contains(candidate.Span);

    private static string? Reason(ExpressionSyntax candidate, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = model.GetTypeInfo(candidate, cancellationToken).Type;
        if (!CanBeAskedTwice(candidate, statement))
        {
            return null;
        }

        return type?.ToDisplayString(NullableFlowState.None) switch
        {
            "System.Text.Json.JsonElement" => $"{candidate}.GetProperty(\"finishReason\").GetString()",
            "System.Text.Json.Nodes.JsonNode" => $"(string){candidate}![\"finishReason\"]!",
            "Newtonsoft.Json.Linq.JToken" => $"(string){candidate}[\"finishReason\"]",
            _ => type?.GetMembers("FinishReason") is [IPropertySymbol { Type.SpecialType: SpecialType.System_String }] ? $"{candidate}.FinishReason" : null,
        };
    }

    private static bool CanBeAskedTwice(ExpressionSyntax candidate, StatementSyntax statement) => candidate switch
    {
        ElementAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" } property } } => StatementText.CanBeAskedTwice(property.Expression, statement),
        _ => StatementText.CanBeAskedTwice(candidate, statement),
    };
}
