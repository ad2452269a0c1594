using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>GG4002: looks for candidates before one is taken, and throws where there is none. Not offered where what is asked cannot be asked twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UncheckedAnswerFixer)), Shared]
public sealed class UncheckedAnswerFixer : TextFixer
{
    private const string NoCandidate = "Gemini gave no answer. A prompt that is blocked says why in promptFeedback.blockReason.";
    private const string NoChoice = "The model gave no answer: its prompt was blocked, or the request failed.";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UncheckedAnswer);

    private protected override string Key => "GG4002.Guard";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ } location, ..]
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax candidates
            || StatementText.Of(candidates) is not { } statement
            || Condition(candidates, statement, model, cancellationToken) is not { } condition)
        {
            return null;
        }

        (string title, string message) = IsChoices(candidates) ? ("Throw when there is no choice", NoChoice) : ("Throw when there is no candidate", NoCandidate);
        return new TextFix(title, StatementText.InsertIf(statement, condition, $"throw new {StatementText.ExceptionName(statement, model)}(\"{message}\");", text));
    }

    // The list's name is its last word, as a member or in quotes.
    private static bool IsChoices(ExpressionSyntax list) => list.ToString().TrimEnd('"', ')', ']').EndsWith("hoices", StringComparison.Ordinal);

    // True where there is nothing to take.
    private static string? Condition(ExpressionSyntax candidates, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (candidates)
        {
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" } member } call when StatementText.CanBeAskedTwice(member.Expression, statement):
                string name = StatementText.FreeName(IsChoices(candidates) ? "choices" : "candidates", statement, model);
                return $"!{member.Expression}.TryGetProperty({call.ArgumentList.Arguments[0]}, out var {name}) || {name}.GetArrayLength() == 0";
            case ElementAccessExpressionSyntax element when StatementText.CanBeAskedTwice(element, statement):
                return ArrayType(model.GetTypeInfo(element, cancellationToken).Type) is { } array ? $"!(({element} as {array})?.Count > 0)" : null;
            case MemberAccessExpressionSyntax member when StatementText.CanBeAskedTwice(member, statement):
                return CountOf(model.GetTypeInfo(member, cancellationToken).Type) is { } count ? $"{member} == null || {member}.{count} == 0" : null;
            default:
                return null;
        }
    }

    // Nodes of JSON that are indexed by names; the types are written out where no using brings them in.
    private static string? ArrayType(ITypeSymbol? type) => type?.ToDisplayString(NullableFlowState.None) switch
    {
        "System.Text.Json.Nodes.JsonNode" => "System.Text.Json.Nodes.JsonArray",
        "Newtonsoft.Json.Linq.JToken" => "Newtonsoft.Json.Linq.JArray",
        _ => null,
    };

    private static string? CountOf(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => "Count",
        IArrayTypeSymbol => "Length",
        { IsReferenceType: true } when AllMembers(type, "Count").Any(static member => member is IPropertySymbol) => "Count",
        _ => null,
    };

    private static IEnumerable<ISymbol> AllMembers(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers(name))
            {
                yield return member;
            }
        }

        foreach (INamedTypeSymbol implemented in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : ImmutableArray<INamedTypeSymbol>.Empty)
        {
            foreach (ISymbol member in implemented.GetMembers(name))
            {
                yield return member;
            }
        }
    }
}
