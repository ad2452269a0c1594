using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>
/// Fixes GG1006: sends the key in the header. Offered where an interpolated or concatenated address is an argument of <c>GetAsync</c>, <c>PostAsync</c>, <c>new HttpRequestMessage</c> or a
/// <c>GetStringAsync</c> that is awaited; elsewhere the request is made in another place.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyInUrlFixer))]
[Shared]
public sealed class KeyInUrlFixer : KeyFixer
{
    private const string Title = "Send the key in the header 'x-goog-api-key'";
    private const string ReadText = "GetStringAsync";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KeyInUrl);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (KeylessAddress.Of(root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!) is not { } address)
        {
            return null;
        }

        string header = "Headers = { { \"x-goog-api-key\", " + address.Key + " } }";
        return address.Expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } arguments } ? call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } invocation => OfCall(invocation, member, arguments, address.Text, header, model, cancellationToken),
            ObjectCreationExpressionSyntax { Initializer: null } creation when IsRequest(creation, model, cancellationToken) => new KeyRepair(
                Title,
                [new TextChange(address.Expression.Span, address.Text), new TextChange(new TextSpan(creation.Span.End, 0), " { " + header + " }")]),
            _ => null,
        } : null;
    }

    private static KeyRepair? OfCall(
        InvocationExpressionSyntax call,
        MemberAccessExpressionSyntax member,
        ArgumentListSyntax arguments,
        string url,
        string header,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        string? verb = member.Name.Identifier.ValueText switch { "GetAsync" => "Get", ReadText when call.Parent is AwaitExpressionSyntax => "Get", "PostAsync" => "Post", _ => null };
        bool isClient = model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType is { Name: "HttpClient" };
        int plain = verb == "Post" ? 2 : 1;
        if (verb is null || !isClient || arguments.Arguments.Count < plain || arguments.Arguments.Count > plain + 1)
        {
            return null;
        }

        // A third argument of GetAsync is not always a token.
        string rest = "";
        if (arguments.Arguments.Count > plain)
        {
            ExpressionSyntax last = arguments.Arguments[plain].Expression;
            if (model.GetTypeInfo(last, cancellationToken).ConvertedType is not { Name: nameof(CancellationToken) })
            {
                return null;
            }

            rest = ", " + last;
        }

        string content = verb == "Post" ? "Content = " + arguments.Arguments[1].Expression + ", " : "";
        string prefix = model.LookupNamespacesAndTypes(call.SpanStart, name: "HttpRequestMessage").Length > 0 ? "" : "System.Net.Http.";
        string request = "new " + prefix + "HttpRequestMessage(" + prefix + "HttpMethod." + verb + ", " + url + ") { " + content + header + " }";
        List<TextChange> changes = [new(member.Name.Span, "SendAsync"), new(TextSpan.FromBounds(arguments.OpenParenToken.Span.End, arguments.CloseParenToken.SpanStart), request + rest)];
        if (member.Name.Identifier.ValueText == ReadText)
        {
            // What GetStringAsync does behind the request.
            changes.Insert(0, new TextChange(new TextSpan(call.SpanStart, 0), "(await "));
            changes.Add(new TextChange(new TextSpan(call.Span.End, 0), ").EnsureSuccessStatusCode().Content.ReadAsStringAsync()"));
        }

        return new KeyRepair(Title, changes);
    }

    private static bool IsRequest(ObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
        => model.GetTypeInfo(creation, cancellationToken).Type is { Name: "HttpRequestMessage" };
}
