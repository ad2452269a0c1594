using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG4011: a function call of the model's is put together anew for the history, without the signature of the thoughts that led to it, or its result without the call's id. Newer models
/// refuse such histories. Silent where the file speaks of signatures at all, and for older models.
/// </summary>
internal static class DroppedSignatureRule
{
    private const string Signature = "thoughtSignature";

    /// <summary>Checks a file in which a model is called.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="root">The file.</param>
    /// <param name="words">What the addresses of its calls are made from.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static void Check(SemanticModel model, SyntaxNode root, string words, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (IsOld(words) || root.DescendantTokens().Any(static token => WireName.IsIn(token.Text, Signature)))
        {
            return;
        }

        bool wantsId = words.IndexOf("gemini-3", StringComparison.Ordinal) >= 0 || words.IndexOf("gemini-4", StringComparison.Ordinal) >= 0;
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Member(node) is not var (name, value, place))
            {
                continue;
            }

            if (WireName.Is(name, "functionCall") && IsPart(node, model, cancellationToken) && IsCopied(value))
            {
                report(Diagnostic.Create(Descriptors.DroppedSignature, place));
            }
            else if (wantsId && WireName.Is(name, "functionResponse") && NamesOf(value) is { } names && names.Contains("name") && names.Contains("response") && !names.Contains("id"))
            {
                report(Diagnostic.Create(Descriptors.DroppedCallId, place));
            }
        }
    }

    private static bool IsOld(string words) => words.IndexOf("gemini-1", StringComparison.Ordinal) >= 0 || words.IndexOf("gemini-2", StringComparison.Ordinal) >= 0 || words.IndexOf("gemini-pro", StringComparison.Ordinal) >= 0;

    // "functionCall = …" in an object without a type or an initializer, "["functionCall"] = …" in a dictionary or a node.
    private static (string Name, ExpressionSyntax Value, Location Place)? Member(SyntaxNode node) => node switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } named } member => (named.Name.Identifier.ValueText, member.Expression, named.Name.GetLocation()),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Parent: InitializerExpressionSyntax } assignment => (left.Identifier.ValueText, assignment.Right, left.GetLocation()),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } key }] } } assignment => (text, assignment.Right, key.GetLocation()),
        _ => null,
    };

    // Of classes only those that have a place for the signature.
    private static bool IsPart(SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
        => member is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax }
            || (member.Parent?.Parent is BaseObjectCreationExpressionSyntax creation && model.GetTypeInfo(creation, cancellationToken).Type?.GetMembers().Any(static symbol => WireName.Is(symbol.Name, Signature)) == true);

    // A made-up call, in an example, was led to by no thoughts.
    private static bool IsCopied(ExpressionSyntax value)
        => value switch
        {
            LiteralExpressionSyntax => false,
            AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.Any(static member => NameOf(member) is { } name && WireName.Is(name, "name") && member.Expression is not LiteralExpressionSyntax),
            BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Any(static entry => Member(entry) is var (name, given, _) && WireName.Is(name, "name") && given is not LiteralExpressionSyntax),
            BaseObjectCreationExpressionSyntax => false,
            _ => true,
        };

    private static HashSet<string>? NamesOf(ExpressionSyntax value) => value switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => new HashSet<string>(anonymous.Initializers.Select(member => NameOf(member) ?? ""), StringComparer.OrdinalIgnoreCase),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => new HashSet<string>(initializer.Expressions.Select(static entry => Member(entry)?.Name ?? ""), StringComparer.OrdinalIgnoreCase),
        _ => null,
    };

    private static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText ?? member.Expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
