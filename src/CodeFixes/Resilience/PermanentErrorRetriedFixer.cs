using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2005: lets failures that come again go to the caller, by a filter on the catch. Offered where the failure has a status to be told by: of requests by hand, of Google's library, of
/// those on System.ClientModel.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PermanentErrorRetriedFixer)), Shared]
public sealed class PermanentErrorRetriedFixer : TextFixer
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PermanentErrorRetried);

    private protected override string Key => "GG2005.Filter";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        bool hasPatterns = root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 };
        SyntaxNode? place = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent;
        if (hasPatterns && place is PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Expression: { } response } } condition)
        {
            return new TextFix("Repeat only what may pass", new TextChange(condition.Span, $"(int){response}.StatusCode is 408 or 429 or >= 500"));
        }

        if (!hasPatterns || place is not CatchClauseSyntax { Filter: null, Parent: TryStatementSyntax attempt } clause)
        {
            return null;
        }

        int position = clause.SpanStart;
        bool isHttp = clause.Declaration?.Type.ToString().Split('.').Last() == "HttpRequestException";
        string? permanent = isHttp ? HttpStatuses(position, model) : PermanentOf(attempt, position, model, cancellationToken);
        if (permanent is null)
        {
            return null;
        }

        string name = clause.Declaration is { Identifier: { RawKind: not 0, ValueText.Length: > 0 } given } ? given.Text : FreeName(clause, model);
        string filter = isHttp ? $" when ({name}.StatusCode is not ({permanent}))" : $" when ({name} is not {permanent})";
        TextChange declared = clause.Declaration switch
        {
            null => new TextChange(new TextSpan(clause.CatchKeyword.Span.End, 0), $" ({TypeNames.At(position, "System", "Exception", model)} {name}){filter}"),
            { Identifier.ValueText.Length: > 0 } declaration => new TextChange(new TextSpan(declaration.Span.End, 0), filter),
            { } declaration => new TextChange(TextSpan.FromBounds(declaration.Type.Span.End, declaration.Span.End), $" {name}){filter}"),
        };
        return new TextFix("Repeat only what may pass", declared);
    }

    // 4xx but for the two that pass.
    private static string? HttpStatuses(int position, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestException")?.GetMembers("StatusCode").IsEmpty != false)
        {
            return null;
        }

        string status = TypeNames.At(position, "System.Net", "HttpStatusCode", model);
        return $">= {status}.BadRequest and < {status}.InternalServerError and not ({status}.RequestTimeout or {status}.TooManyRequests)";
    }

    // By what is called in the try block: the exception of its library, and how it tells the status.
    private static string? PermanentOf(TryStatementSyntax attempt, int position, SemanticModel model, CancellationToken cancellationToken)
    {
        string? found = null;
        foreach (InvocationExpressionSyntax call in attempt.Block.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            {
                continue;
            }

            string? exception = method switch
            {
                { Name: "EnsureSuccessStatusCode" } => "System.Net.Http.HttpRequestException",
                { Name: "GetStringAsync" or "GetByteArrayAsync" or "GetStreamAsync" or "GetFromJsonAsync" } => "System.Net.Http.HttpRequestException",
                _ when IsIn(method, "Google.GenAI") => "Google.GenAI.ClientError",
                _ when IsIn(method, "OpenAI") => "System.ClientModel.ClientResultException",
                _ => null,
            };
            found = exception is null ? found : exception;
        }

        return found is null ? null : PatternOf(found, position, model);
    }

    private static string? PatternOf(string exception, int position, SemanticModel model)
    {
        string space = exception.Substring(0, exception.LastIndexOf('.'));
        string name = TypeNames.At(position, space, exception.Substring(space.Length + 1), model);
        if (space == "System.Net.Http")
        {
            return HttpStatuses(position, model) is { } statuses ? $"{name} {{ StatusCode: {statuses} }}" : null;
        }

        ISymbol? status = model.Compilation.GetTypeByMetadataName(exception)?.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { Name: "StatusCode" or "Status", Type.SpecialType: SpecialType.System_Int32 });
        return status is null ? null : $"{name} {{ {status.Name}: >= 400 and < 500 and not (408 or 429) }}";
    }

    private static bool IsIn(IMethodSymbol method, string space)
        => method.ContainingNamespace?.ToDisplayString() is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal));

    private static string FreeName(CatchClauseSyntax clause, SemanticModel model)
        => clause.FirstAncestorOrSelf<StatementSyntax>() is { } statement ? StatementText.FreeName("exception", statement, model) : "exception";
}
