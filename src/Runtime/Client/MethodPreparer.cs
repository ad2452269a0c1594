using System.Collections.Concurrent;
using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;
using Polly;

namespace GeminiGen;

/// <summary>Works out once per method what its calls need.</summary>
/// <param name="settings">The client's settings.</param>
/// <param name="transport">Knows the addresses.</param>
/// <param name="logger">Is told of settings left out.</param>
internal sealed class MethodPreparer(ClientSettings settings, IGeminiTransport transport, ILogger logger)
{
    private readonly ConcurrentDictionary<PromptMethod, PreparedMethod> _methods = new();
    private readonly ConcurrentDictionary<int, ResiliencePipeline> _pipelines = new();

    /// <summary>The method, ready to be called.</summary>
    /// <exception cref="GeminiConfigurationException">The model or the key is missing or unusable. Not remembered: the next call asks again.</exception>
    internal PreparedMethod Prepare(PromptMethod method)
        => _methods.TryGetValue(method, out PreparedMethod? prepared) ? prepared : _methods.GetOrAdd(method, Build(method));

    private PreparedMethod Build(PromptMethod method)
    {
        string model = ResolveModel(method);
        ModelFacts facts = ModelFacts.Of(model, method.Models);
        return new PreparedMethod
        {
            Method = method,
            Model = model,
            Facts = facts,
            Endpoint = transport.GetEndpoint(model, method.ApiMethod),
            Policy = BuildPolicy(method),
            Tail = method.ApiMethod is null ? RequestTail.Build(method, model, facts, logger) : [],
        };
    }

    private string ResolveModel(PromptMethod method)
    {
        // The default model writes text, and nothing else.
        string? configured = settings.ModelOf(method) ?? method.Model ?? (method.ApiMethod is null ? settings.DefaultModel : null);
        if (string.IsNullOrWhiteSpace(configured) && method.ApiMethod is not null)
        {
            throw new GeminiConfigurationException(
                $"No embedding model is known for {method}. Set [Embed(Model = \"…\")] on it, or [GeminiPrompts(Model = \"…\")] on {method.Contract}, for instance GeminiModels.GeminiEmbedding2. No request was sent.");
        }

        if (string.IsNullOrWhiteSpace(configured))
        {
            throw new GeminiConfigurationException(
                $"No model is known for {method}. Set GeminiOptions.Models[\"{method.Contract}\"], or [GeminiPrompts(Model = \"…\")] on {method.Contract}, " +
                "or GeminiOptions.DefaultModel. No request was sent.");
        }

        string model = ModelName.Normalize(configured);
        return ModelName.IsValid(model)
            ? model
            : throw new GeminiConfigurationException($"\"{configured}\", the model for {method}, is no model id; one looks like gemini-3.8-flash. No request was sent.");
    }

    private CallPolicy BuildPolicy(PromptMethod method)
    {
        bool ownTimeout = method.TimeoutSeconds > 0;
        int maxAttempts = method.MaxAttempts > 0 ? method.MaxAttempts : settings.MaxAttempts;
        return new CallPolicy
        {
            MaxAttempts = maxAttempts,
            CallTimeout = ownTimeout ? TimeSpan.FromSeconds(Math.Min(method.TimeoutSeconds, int.MaxValue / 1000)) : settings.Timeout,
            CallTimeoutSetting = ownTimeout ? CallPolicy.TimeoutAttribute : "GeminiOptions.Timeout",
            AttemptTimeout = settings.AttemptTimeout,
            StreamIdleTimeout = settings.StreamIdleTimeout,
            HttpClientTimeout = transport.ClientTimeout,
            Retries = _pipelines.GetOrAdd(maxAttempts, static (attempts, settings) => RetryPipeline.Build(attempts, settings.Clock), settings),
        };
    }
}
