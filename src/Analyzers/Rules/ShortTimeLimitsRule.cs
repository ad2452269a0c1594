using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2003: the standard handlers with their own time limits, ten seconds an attempt and thirty in all, around a client for a model; or a client with such a limit of its own.</summary>
internal static class ShortTimeLimitsRule
{
    // As the standard handlers have it for an attempt, in seconds.
    private const double LongestShort = 10;

    // As they have it for all attempts, and as guides have it for a client.
    private const double LongestShortForThinking = 30;

    /// <summary>Checks a call of <c>AddStandardResilienceHandler</c> or <c>AddStandardHedgingHandler</c>.</summary>
    public static void Check(IInvocationOperation invocation, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Any argument may set the limits, and so may a Configure chained to it or kept for later, and options by their type or name.
        if (invocation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax member, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax } call
            && !project.SetsHandlerLimits(cancellationToken)
            && (RegistrationOf(member.Expression) is { } registration
                ? call.Parent is not LambdaExpressionSyntax && ClientRegistration.Read(registration, cancellationToken).Provider is not null
                : IsForAll(member.Expression) && project.HasModelClientWithoutHandler(cancellationToken)))
        {
            report(Diagnostic.Create(Descriptors.ShortTimeLimits, member.Name.GetLocation(), RetryShapes.NameOf(call)));
        }
    }

    // "ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler())", or the same in a block.
    private static bool IsForAll(ExpressionSyntax builder)
        => builder is IdentifierNameSyntax name
            && builder.FirstAncestorOrSelf<LambdaExpressionSyntax>() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax defaults } } lambda
            && RetryShapes.NameOf(defaults) == "ConfigureHttpClientDefaults"
            && lambda.DescendantNodes().OfType<ParameterSyntax>().FirstOrDefault()?.Identifier.ValueText == name.Identifier.ValueText;

    /// <summary>
    /// Checks the time limit of the client that a request is sent with, where it is set to a constant beside the client or on it: one that is short for any model, and up to the
    /// handlers' whole thirty seconds one that is short for the model which is asked.
    /// </summary>
    public static void CheckClient(ModelCall call, FindingOwners owners, CallSite context)
    {
        if (call is not { Send: not null, Origin.Kind: ClientOriginKind.Plain, Syntax.Expression: MemberAccessExpressionSyntax { Expression: { } client } })
        {
            return;
        }

        foreach (AssignmentExpressionSyntax assignment in call.TypeParts.Where(part => part.SyntaxTree == call.Syntax.SyntaxTree).SelectMany(static part => part.DescendantNodes()).OfType<AssignmentExpressionSyntax>())
        {
            bool isLimit = assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "Timeout" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" };
            if (isLimit
                && IsOf(assignment, client, call.Model, context.CancellationToken)
                && call.Model.GetOperation(assignment.Right, context.CancellationToken) is { } value
                && ConstantTimeSpan.SecondsOf(value) is > 0 and <= LongestShortForThinking and { } seconds
                && FindingOf(call, assignment.Right.GetLocation(), seconds, context) is { } finding
                && owners.MayTell(call.Syntax, finding))
            {
                context.ReportDiagnostic(finding);
            }
        }
    }

    private static Diagnostic? FindingOf(ModelCall call, Location limit, double seconds, CallSite context)
        => seconds <= LongestShort ? Diagnostic.Create(Descriptors.ShortClientTimeout, limit, RetryShapes.NameOf(call.Syntax), seconds)
            : LongThinker.Of(call, context) is { } model ? Diagnostic.Create(Descriptors.ShortTimeoutForThinking, limit, RetryShapes.NameOf(call.Syntax), seconds, model.Id)
            : null;

    // "client.Timeout = …", or in the initializer of the one value the client has.
    private static bool IsOf(AssignmentExpressionSyntax assignment, ExpressionSyntax client, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(client, cancellationToken).Symbol is not { } symbol)
        {
            return false;
        }

        return assignment.Left is MemberAccessExpressionSyntax member
            ? SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(member.Expression, cancellationToken).Symbol, symbol)
            : new ClientOrigins(model, cancellationToken).ValuesOf(symbol).ToList() is [{ } only] && assignment.Parent?.Parent == only;
    }

    private static InvocationExpressionSyntax? RegistrationOf(ExpressionSyntax builder)
    {
        ExpressionSyntax? node = builder;
        while (node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) != ClientRegistration.MethodName)
        {
            node = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        }

        return node as InvocationExpressionSyntax;
    }
}
