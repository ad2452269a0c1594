using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG2001: nothing repeats a model call after 429 or 503. Reported only when the call provably reaches a model and every place from which a repetition could come is in sight
/// and has none. GG2012, an information: the same in a library whose users bring the client.
/// </summary>
internal static class NoRetryRule
{
    /// <summary>Checks <c>[Retry(MaxAttempts = 1)]</c> on a contract or one of its methods.</summary>
    public static void Check(AttributeSetting setting, ISymbol symbol, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (setting is not { Attribute: WellKnownNames.RetryAttribute, Name: WellKnownNames.MaxAttempts, Integer: 1 } || project.IsTestProject || project.KnowsResilienceForContracts(cancellationToken))
        {
            return;
        }

        bool isRepeated = symbol is INamedTypeSymbol type
            ? type.GetMembers().Any(member => project.IsRepeated(member, cancellationToken))
            : project.IsRepeated(symbol, cancellationToken);
        if (!isRepeated)
        {
            report(Diagnostic.Create(Descriptors.RetryTurnedOff, setting.Location, WellKnownNames.MaxAttempts));
        }
    }

    /// <summary>Checks <c>Retry.MaxAttempts = 1</c> in the client's options.</summary>
    public static void CheckAttempts(IOperation value, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (value.ConstantValue is { HasValue: true, Value: 1 } && !project.IsTestProject && !project.KnowsResilienceForContracts(cancellationToken))
        {
            report(Diagnostic.Create(Descriptors.RetryTurnedOff, value.Syntax.GetLocation(), "Retry." + WellKnownNames.MaxAttempts));
        }
    }

    /// <summary>Checks a call that reaches a model.</summary>
    public static void CheckCall(ModelCall call, ProjectFacts project, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (!MayBeRepeated(call, project, cancellationToken))
        {
            DiagnosticDescriptor descriptor = call.IsGemini ? Descriptors.NoRetryAroundCall : Descriptors.NoRetryAroundOtherCall;
            report(Diagnostic.Create(descriptor, call.Syntax.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax), call.Target));
        }
        else if (IsLeftToUsers(call, project, cancellationToken))
        {
            report(Diagnostic.Create(Descriptors.NoRetryInLibrary, call.Syntax.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax), call.Target));
        }
    }

    // GG2012: a library is given its HTTP client, and nothing in it speaks of repeating.
    private static bool IsLeftToUsers(ModelCall call, ProjectFacts project, CancellationToken cancellationToken)
        => !project.IsProgram && call is { Sender: null, Origin.Kind: ClientOriginKind.Given } && !project.KnowsResilience(cancellationToken) && !IsRepeatedHere(call, project, cancellationToken);

    private static bool MayBeRepeated(ModelCall call, ProjectFacts project, CancellationToken cancellationToken)
    {
        if (!IsPlain(call, project, cancellationToken))
        {
            return true;
        }

        return IsRepeatedHere(call, project, cancellationToken);
    }

    private static bool IsRepeatedHere(ModelCall call, ProjectFacts project, CancellationToken cancellationToken)
        => project.IsRepeated(RetryAround.OutOfPlainPipeline(call, cancellationToken), cancellationToken)
            || OverloadTests.AreAround(call.Syntax, call.TypeParts)
            || (RetryShapes.EnclosingMember(call.Syntax) is { } member && call.Model.GetDeclaredSymbol(member, cancellationToken) is { } symbol && project.IsRepeated(symbol, cancellationToken));

    // Whether the client itself provably repeats nothing.
    private static bool IsPlain(ModelCall call, ProjectFacts project, CancellationToken cancellationToken) => call.Origin.Kind switch
    {
        ClientOriginKind.Plain => true,
        ClientOriginKind.Retrying => false,
        _ when call.Sender is { } sender => project.IsProgram && !project.KnowsResilience(cancellationToken) && project.OriginOfAll(sender, cancellationToken).Kind == ClientOriginKind.Plain,
        ClientOriginKind.Given => project.IsProgram && IsPlainFactoryClient(call, project, cancellationToken),
        _ => false,
    };

    // A client of the factory is what its registration makes it, and what holds for all.
    private static bool IsPlainFactoryClient(ModelCall call, ProjectFacts project, CancellationToken cancellationToken)
    {
        List<ClientRegistration> registrations = project.RegistrationsOf(ClientAddress.TypeNames(call.TypeParts), call.Origin.Name, cancellationToken).ToList();
        return registrations.Count > 0 && registrations.TrueForAll(static registration => registration.Handlers == RegisteredHandlers.None)
            ? !project.HasDefaultHandlers(cancellationToken)
            : !project.KnowsResilience(cancellationToken);
    }
}
