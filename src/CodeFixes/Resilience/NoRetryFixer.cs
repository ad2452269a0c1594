using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>
/// GG2001: turns the retry on that is there. For a contract or the client's options, more than one attempt; for Google's library and those that have their retry turned off, the option
/// where the client is made; for an <c>HttpClient</c> made in the same file, the resilience handler where the project references its package.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoRetryFixer)), Shared]
public sealed class NoRetryFixer : TextFixer
{
    private const string Title = "Turn the retry on";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.NoRetry);

    private protected override string Key => "GG2001.Retry";

    private protected override TextFix? Fix(Diagnostic diagnostic, SyntaxNode root, SourceText text, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (place is LiteralExpressionSyntax)
        {
            return new TextFix("Allow 5 attempts", new TextChange(place.Span, "5"));
        }

        if (place is not ExpressionSyntax { Parent: InvocationExpressionSyntax } called || MadeClient.Of(called, model, cancellationToken) is not { } creation)
        {
            return null;
        }

        return model.GetTypeInfo(creation, cancellationToken).Type?.ToDisplayString(NullableFlowState.None) switch
        {
            "Google.GenAI.Client" => GoogleOptions(creation, model),
            "System.Net.Http.HttpClient" => Handler(creation, model),
            _ => SwitchedOff(creation),
        };
    }

    private static TextFix? GoogleOptions(BaseObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        bool hasOptions = creation.ArgumentList is { Arguments: { } given } && given.Any(static argument => argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText is "httpOptions" or "clientOptions");
        if (hasOptions || creation.Initializer is not null)
        {
            return SwitchedOff(creation);
        }

        string options = $"httpOptions: new {Google("HttpOptions")} {{ RetryOptions = new {Google("HttpRetryOptions")} {{ Attempts = 5 }} }}";
        return new TextFix(
            Title,
            creation.ArgumentList is { } list
                ? new TextChange(new TextSpan(list.CloseParenToken.SpanStart, 0), (list.Arguments.Count > 0 ? ", " : "") + options)
                : new TextChange(new TextSpan(creation.Span.End, 0), $"({options})"));

        string Google(string name) => TypeNames.At(creation.SpanStart, "Google.GenAI.Types", name, model);
    }

    // "new HttpClient()" alone: one that is given a handler is made with something in mind.
    private static TextFix? Handler(BaseObjectCreationExpressionSyntax creation, SemanticModel model)
    {
        const string Resilience = "Microsoft.Extensions.Http.Resilience";
        if (creation.ArgumentList?.Arguments.Count > 0 || model.Compilation.GetTypeByMetadataName(Resilience + ".ResilienceHandler") is null)
        {
            return null;
        }

        int position = creation.SpanStart;
        string builder = $"new {TypeNames.At(position, "Polly", "ResiliencePipelineBuilder", model)}<{TypeNames.At(position, "System.Net.Http", "HttpResponseMessage", model)}>()";
        string options = $"new {TypeNames.At(position, Resilience, "HttpRetryStrategyOptions", model)}()";
        // An extension method is one only where its namespace is used.
        const string Extensions = "RetryResiliencePipelineBuilderExtensions";
        string extensions = TypeNames.At(position, "Polly", Extensions, model);
        string pipeline = (extensions == Extensions ? $"{builder}.AddRetry({options})" : $"{extensions}.AddRetry({builder}, {options})") + ".Build()";
        string handler = $"(new {TypeNames.At(position, Resilience, "ResilienceHandler", model)}({pipeline}) {{ InnerHandler = new {TypeNames.At(position, "System.Net.Http", "SocketsHttpHandler", model)}() }})";
        return new TextFix(
            "Repeat requests by a resilience handler",
            creation.ArgumentList is { } list ? new TextChange(list.Span, handler) : new TextChange(new TextSpan(((ObjectCreationExpressionSyntax)creation).Type.Span.End, 0), handler));
    }

    // "RetryPolicy = new ClientRetryPolicy(0)", "MaxRetries = 0", "Attempts = 1", "Maximum = 0"
    private static TextFix? SwitchedOff(BaseObjectCreationExpressionSyntax creation)
    {
        foreach (AssignmentExpressionSyntax option in creation.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            ExpressionSyntax? count = (option.Left as IdentifierNameSyntax)?.Identifier.ValueText switch
            {
                "MaxRetries" or "Attempts" or "Maximum" => option.Right,
                "RetryPolicy" when option.Right is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: { } first }, ..] } => first,
                _ => null,
            };
            if (count is LiteralExpressionSyntax { Token.Value: 0 or 1 })
            {
                return new TextFix(Title, new TextChange(count.Span, "5"));
            }
        }

        return null;
    }
}
