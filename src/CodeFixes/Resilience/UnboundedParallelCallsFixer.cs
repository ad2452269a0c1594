using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2010: lets a few calls run at a time, by a semaphore around each; results keep their order. Offered for <c>await Task.WhenAll(items.Select(…))</c> with a lambda of one expression
/// or a method.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnboundedParallelCallsFixer)), Shared]
public sealed class UnboundedParallelCallsFixer : TextFixer
{
    private const int Degree = 4;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnboundedParallelCalls);

    private protected override string Key => "GG2010.Limit";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } selector }] } select }
            || root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp8 }
            || !IsAwaited(select)
            || StatementText.Of(select) is not { } statement
            || BodyOf(selector, statement, model, cancellationToken) is not var (parameters, body))
        {
            return null;
        }

        string limit = StatementText.FreeName("limit", statement, model);
        string semaphore = TypeNames.At(statement.SpanStart, "System.Threading", "SemaphoreSlim", model);
        string end = StatementText.EndOfLine(text);
        string line = text.Lines.GetLineFromPosition(statement.SpanStart).ToString();
        string indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        string step = indentation.IndexOf('\t') >= 0 ? "\t" : "    ";
        string token = BackOff.TokenAt(statement, model) ?? "";
        string[] lines =
        [
            $"async {parameters} =>",
            "{",
            $"{step}await {limit}.WaitAsync({token});",
            $"{step}try",
            $"{step}{{",
            $"{step}{step}{body}",
            $"{step}}}",
            $"{step}finally",
            $"{step}{{",
            $"{step}{step}{limit}.Release();",
            $"{step}}}",
            "}",
        ];
        return new TextFix(
            $"Let {Degree} run at a time",
            StatementText.Insert(statement, $"using var {limit} = new {semaphore}({Degree});", text),
            new TextChange(selector.Span, string.Join(end + indentation, lines)));
    }

    // All in the statement that waits for them, so that the semaphore outlives the last one.
    private static bool IsAwaited(InvocationExpressionSyntax select)
    {
        SyntaxNode node = select;
        while (node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToList" or "ToArray", Parent: InvocationExpressionSyntax list })
        {
            node = list;
        }

        return node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" } } all }
            && (all.Parent is AwaitExpressionSyntax || all.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent.Parent: AwaitExpressionSyntax });
    }

    private static (string Parameters, string Body)? BodyOf(ExpressionSyntax selector, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (selector)
        {
            case LambdaExpressionSyntax { ExpressionBody: { } body } lambda when !body.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)):
                string parameters = lambda is SimpleLambdaExpressionSyntax simple ? simple.Parameter.ToString() : ((ParenthesizedLambdaExpressionSyntax)lambda).ParameterList.ToString();
                bool isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                if (model.GetTypeInfo(body, cancellationToken).Type is not { } type || (!isAsync && !IsTask(type)))
                {
                    return null;
                }

                bool gives = isAsync ? type.SpecialType != SpecialType.System_Void : type is INamedTypeSymbol { Arity: 1 };
                return (parameters, $"{(gives ? "return " : "")}{(isAsync ? "" : "await ")}{body};");
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when model.GetSymbolInfo(selector, cancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1 } method && IsTask(method.ReturnType):
                string item = StatementText.FreeName("item", statement, model);
                return (item, $"{(method.ReturnType is INamedTypeSymbol { Arity: 1 } ? "return " : "")}await {selector}({item});");
            default:
                return null;
        }
    }

    private static bool IsTask(ITypeSymbol type) => type is { Name: "Task" } && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
}
