using System.Collections.Immutable;
using System.Composition;
using GeminiGen.CodeFixes.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>
/// Fixes GG1006: sends the key in the header. Offered where an interpolated address is an argument of <c>GetAsync</c>, <c>PostAsync</c> or <c>new HttpRequestMessage</c>; elsewhere
/// the request is made in another place.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyInUrlFixer))]
[Shared]
public sealed class KeyInUrlFixer : KeyFixer
{
    private const string Title = "Send the key in the header 'x-goog-api-key'";
    private const string Parameter = "key=";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.KeyInUrl);

    private protected override KeyRepair? Repair(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode node = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent!;
        if (node is not InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax address } piece || FindKey(address, piece) is not { } key)
        {
            return null;
        }

        string url = AddressWithout(address, piece, key);
        string header = "Headers = { { \"x-goog-api-key\", " + key.Expression + " } }";
        return address.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } arguments } ? call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } invocation => OfCall(invocation, member, arguments, url, header, model, cancellationToken),
            ObjectCreationExpressionSyntax { Initializer: null } creation when IsRequest(creation, model, cancellationToken) => new KeyRepair(
                Title,
                [new TextChange(address.Span, url), new TextChange(new TextSpan(creation.Span.End, 0), " { " + header + " }")]),
            _ => null,
        } : null;
    }

    // "…?key={key}" and "…&key={key}": the hole right behind the text.
    private static InterpolationSyntax? FindKey(InterpolatedStringExpressionSyntax address, InterpolatedStringTextSyntax piece)
    {
        int index = address.Contents.IndexOf(piece);
        return piece.TextToken.Text.EndsWith(Parameter, StringComparison.Ordinal)
            && index + 1 < address.Contents.Count
            && address.Contents[index + 1] is InterpolationSyntax { AlignmentClause: null, FormatClause: null, Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } hole
                ? hole
                : null;
    }

    // Without the parameter; what follows it keeps its '?' or '&'.
    private static string AddressWithout(InterpolatedStringExpressionSyntax address, InterpolatedStringTextSyntax piece, InterpolationSyntax key)
    {
        string text = address.ToString();
        int from = piece.Span.End - Parameter.Length - 1 - address.SpanStart;
        int to = key.Span.End - address.SpanStart;
        bool isFollowed = text[to] == '&';
        return isFollowed ? text.Remove(from + 1, to - from) : text.Remove(from, to - from);
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
        string? verb = member.Name.Identifier.ValueText switch { "GetAsync" => "Get", "PostAsync" => "Post", _ => null };
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
        return new KeyRepair(
            Title,
            [new TextChange(member.Name.Span, "SendAsync"), new TextChange(TextSpan.FromBounds(arguments.OpenParenToken.Span.End, arguments.CloseParenToken.SpanStart), request + rest)]);
    }

    private static bool IsRequest(ObjectCreationExpressionSyntax creation, SemanticModel model, CancellationToken cancellationToken)
        => model.GetTypeInfo(creation, cancellationToken).Type is { Name: "HttpRequestMessage" };
}
