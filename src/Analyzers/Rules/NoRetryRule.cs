using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG2001: nothing repeats a model call after 429 or 503. Reported only when the address is provably Gemini's and every place from which a repetition could come is in sight
/// and has none.
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

    /// <summary>Checks a request sent by hand.</summary>
    public static void CheckSend(OperationAnalysisContext context, IInvocationOperation invocation, ProjectFacts project)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (invocation.SemanticModel is not { } model || HttpSend.Read(invocation) is not { } send)
        {
            return;
        }

        if (SourceAddress.Read(send.Address, model, cancellationToken) is not { } address || !(GeminiHost.Is(address) || GeminiHost.IsRelative(address)))
        {
            return;
        }

        List<SyntaxNode> parts = Surroundings(send.Call, context.ContainingSymbol, cancellationToken);
        ClientOrigin origin = new ClientOrigins(model, cancellationToken).Find(send.Client);
        bool isGemini = GeminiHost.Is(address) || ClientAddress.IsGemini(send, parts, origin, model, project, cancellationToken);
        if (isGemini && !MayBeRepeated(send, model, parts, origin, project, cancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoRetryAroundCall, send.Call.Expression.GetLocation(), RetryShapes.NameOf(send.Call)));
        }
    }

    private static bool MayBeRepeated(
        HttpSend send,
        SemanticModel model,
        IReadOnlyList<SyntaxNode> parts,
        ClientOrigin origin,
        ProjectFacts project,
        CancellationToken cancellationToken)
    {
        if (origin.Kind == ClientOriginKind.Unknown || (origin.Kind == ClientOriginKind.Given && (!project.IsProgram || project.KnowsResilience(cancellationToken))))
        {
            return true;
        }

        return project.IsRepeated(send.Call, cancellationToken)
            || OverloadTests.AreAround(send.Call, parts)
            || (RetryShapes.EnclosingMember(send.Call) is { } member && model.GetDeclaredSymbol(member, cancellationToken) is { } symbol && project.IsRepeated(symbol, cancellationToken));
    }

    // The type with all its parts, or the program of top-level statements.
    private static List<SyntaxNode> Surroundings(SyntaxNode node, ISymbol symbol, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? symbol.ContainingType?.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).ToList() ?? [type]
            : [node.SyntaxTree.GetRoot(cancellationToken)];
}
