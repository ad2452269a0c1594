using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2002: a client registered for a model's address, with no handler that repeats requests, whose users repeat nothing either.</summary>
internal static class ClientWithoutResilienceRule
{
    /// <summary>Checks a call of <c>AddHttpClient</c>.</summary>
    public static void Check(IInvocationOperation invocation, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!project.IsProgram || invocation.Syntax is not InvocationExpressionSyntax call)
        {
            return;
        }

        ClientRegistration registration = ClientRegistration.Read(call, cancellationToken);
        if (registration is { Provider: not null, Handlers: RegisteredHandlers.None } && !project.HasDefaultHandlers(cancellationToken)
            && project.IsUsedWithoutRetry(registration, cancellationToken))
        {
            Location location = call.Expression is MemberAccessExpressionSyntax member ? member.Name.GetLocation() : call.Expression.GetLocation();
            report(Diagnostic.Create(Descriptors.ClientWithoutResilience, location, registration.Name ?? string.Join(", ", registration.TypeNames)));
        }
    }
}
