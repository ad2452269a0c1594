using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Shows a call that reaches a model to the rules about limits, privacy and cost: what it sends, what becomes of the answer, and how often it is made.</summary>
internal static class SentRules
{
    /// <summary>Checks one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="project">The project around it.</param>
    /// <param name="models">Checks the model it names.</param>
    /// <param name="context">Takes findings.</param>
    public static void Check(ModelCall call, ProjectFacts project, CalledModelRules models, CallSite context)
    {
        void Report(Diagnostic finding)
        {
            if (project.Owners.MayTell(call.Syntax, finding))
            {
                context.ReportDiagnostic(finding);
            }
        }

        CancellationToken cancellationToken = context.CancellationToken;
        ValueFlow flow = new(call.Model, cancellationToken);
        ModelRequest? request = call.Send is null ? null : ModelRequest.Read(call.Operation, call.Send, flow, call.Model, cancellationToken);
        if (call.IsGemini && request is { Body: { } body })
        {
            CheckBody(request, body, flow, Report, context);
        }

        models.Check(call, request, context);
        UnboundedHistoryRule.Check(call, project, Report, cancellationToken);
        UnboundedLoopRule.Check(call, Report, cancellationToken);
        QuotaRule.CheckLoop(call, context.Options, Report, cancellationToken);
        SensitiveDataRule.Check(call, context.Options, Report, cancellationToken);
    }

    private static void CheckBody(ModelRequest request, RequestValue body, ValueFlow flow, Action<Diagnostic> report, CallSite context)
    {
        CatalogModel? model = request.ModelId is { } id && ProjectCatalog.Of(context.Options, context.CancellationToken).TryResolve(id, out CatalogModel? known) ? known : null;
        if (RequestSettings.Of(body, model) is { } settings)
        {
            RequestSettingRules.Check(settings, request.IsAnsweredWhole, report);
        }

        SettingOutOfRangeRule.CheckParts(body, report);
        SafetyOffRule.Check(body, report);
        StorageRule.Check(request, report);
        foreach (InlineBytes bytes in InlineBytes.In(body, flow))
        {
            MediaSizeRule.Check(bytes, report);
        }
    }
}
