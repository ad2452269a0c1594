using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The rules about calls that reach a model. Each call is read once and shown to all of them.</summary>
/// <param name="project">The project.</param>
/// <param name="models">The rules about the models that calls name.</param>
internal sealed class ModelCallRules(ProjectFacts project, CalledModelRules models)
{
    /// <summary>Waits for requests sent by hand, and for calls of the client libraries that the project uses.</summary>
    public void Add(CallSiteRegistrar registrar, Compilation compilation)
    {
        AddSends(registrar, compilation);
        AddRegistrations(registrar, compilation);
        foreach (ModelSender sender in ModelSenders.All)
        {
            foreach (SenderMethods methods in sender.Methods)
            {
                // A name may stand in several assemblies, in all but one for their own use.
                foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(methods.TypeName))
                {
                    registrar.OnCall(type, methods.Names, (context, invocation) => CheckCall(context, invocation, sender));
                }
            }
        }
    }

    /// <summary>Waits for calls of contracts.</summary>
    public void AddContracts(CallSiteRegistrar registrar, INamedTypeSymbol attribute, Compilation compilation)
        => registrar.OnCallOfMarked(attribute, compilation, (context, invocation) => CheckCall(context, invocation, ModelSenders.Contracts));

    private void AddSends(CallSiteRegistrar registrar, Compilation compilation)
    {
        void CheckSend(CallSite context, IInvocationOperation invocation)
        {
            if (ModelCallReader.ReadSend(context, invocation, project) is { } call)
            {
                Check(call, context);
            }
        }

        registrar.OnCall(compilation.GetTypeByMetadataName("System.Net.Http.HttpClient"), HttpSend.MethodNames, CheckSend);
        registrar.OnCall(compilation.GetTypeByMetadataName("System.Net.Http.HttpMessageInvoker"), HttpSend.MethodNames, CheckSend);
        registrar.OnCall(compilation.GetTypeByMetadataName("System.Net.Http.Json.HttpClientJsonExtensions"), HttpSend.MethodNames, CheckSend);
    }

    private void AddRegistrations(CallSiteRegistrar registrar, Compilation compilation)
    {
        registrar.OnCall(
            compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions"),
            [ClientRegistration.MethodName],
            (context, invocation) => ClientWithoutResilienceRule.Check(invocation, project, context.ReportDiagnostic, context.CancellationToken));
        foreach (string name in new[] { "Microsoft.Extensions.DependencyInjection.ResilienceHttpClientBuilderExtensions", "Microsoft.Extensions.Http.Resilience.ResilienceHttpClientBuilderExtensions" })
        {
            registrar.OnCall(
                compilation.GetTypeByMetadataName(name),
                ["AddStandardResilienceHandler", "AddStandardHedgingHandler"],
                (context, invocation) => ShortTimeLimitsRule.Check(invocation, project, context.ReportDiagnostic, context.CancellationToken));
        }
    }

    private void CheckCall(CallSite context, IInvocationOperation invocation, ModelSender sender)
    {
        if (ModelCallReader.ReadCall(context, invocation, sender) is { } call)
        {
            Check(call, context);
        }
    }

    private void Check(ModelCall call, CallSite context)
    {
        context.File.Calls.Add(call);
        if (!project.IsTestProject)
        {
            CheckResilience(call, context);
        }

        SentRules.Check(call, project, models, context);
    }

    // Tests call a model to see what it answers, once.
    private void CheckResilience(ModelCall call, CallSite context)
    {
        NoRetryRule.CheckCall(call, project, context.ReportDiagnostic, context.CancellationToken);
        RetryWithoutWaitRule.Check(call, context.ReportDiagnostic, context.CancellationToken);
        PermanentErrorRetriedRule.Check(call, context.ReportDiagnostic, context.CancellationToken);
        StackedRetryRule.Check(call, project, context.ReportDiagnostic, context.CancellationToken);
        RetryAfterStreamBeganRule.Check(call, context.ReportDiagnostic, context.CancellationToken);
        TokenNotPassedRule.Check(call, context.ReportDiagnostic, context.CancellationToken);
        NoTimeLimitRule.Check(call, context.ReportDiagnostic);
        ShortTimeLimitsRule.CheckClient(call, project.Owners, context);
        UnboundedParallelCallsRule.Check(call, context.ReportDiagnostic, context.CancellationToken);
        ServerWaitIgnoredRule.Check(call, context.ReportDiagnostic);
    }
}
