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

    /// <summary>The method of a request, ready to be called.</summary>
    /// <exception cref="GeminiConfigurationException">
    /// The model or the key is missing or unusable, or the request's options are out of their bounds. Not remembered: the next call asks again.
    /// </exception>
    internal PreparedMethod Prepare(PromptRequest request)
        => request.Options is not null || request.Tools != request.Method.Tools ? request.Prepared ??= Build(request)
            : _methods.TryGetValue(request.Method, out PreparedMethod? prepared) ? prepared
            : _methods.GetOrAdd(request.Method, Build(request));

    /// <summary>What a request depends on, whether it can be sent or not.</summary>
    /// <exception cref="GeminiConfigurationException">
    /// The model is missing or unusable, or does not take what the method asks for, or the request's options are out of their bounds.
    /// </exception>
    internal CallShape Describe(PromptRequest request, bool isStreamed)
    {
        PromptMethod method = request.Method;
        PromptOptions? options = request.Options;
        string model = ResolveModel(method, options);
        ModelFacts facts = ModelFacts.Of(model, method.Models);
        ModelFit.Check(method, request.Tools, model, facts);
        if (options is not null)
        {
            new PromptOptionsCheck(options, method, model, facts).Check(isStreamed, transport.TakesLabels);
        }

        return new CallShape(model, facts, method.ApiMethod is null ? RequestTail.Build(request, model, facts, logger) : []);
    }

    private PreparedMethod Build(PromptRequest request)
    {
        PromptMethod method = request.Method;
        CallShape shape = Describe(request, request.IsStreamed);
        return new PreparedMethod
        {
            Method = method,
            Model = shape.Model,
            Facts = shape.Facts,
            Endpoint = transport.GetEndpoint(shape.Model, method.ApiMethod),
            Policy = BuildPolicy(method),
            Tail = shape.Tail,
        };
    }

    private string ResolveModel(PromptMethod method, PromptOptions? options)
    {
        // The default model writes text, and nothing else.
        string? configured = options?.Model ?? settings.ModelOf(method) ?? (method.ApiMethod is null ? settings.DefaultModel : null);
        bool isUnknown = configured is null || (options?.Model is null && string.IsNullOrWhiteSpace(configured));
        if (isUnknown && method.ApiMethod is not null)
        {
            throw new GeminiConfigurationException(
                $"No embedding model is known for {method}. Set [Embed(Model = \"…\")] on it, or [GeminiPrompts(Model = \"…\")] on {method.Contract}, for instance GeminiModels.GeminiEmbedding2. No request was sent.");
        }

        if (isUnknown)
        {
            throw new GeminiConfigurationException(
                $"No model is known for {method}. Set GeminiOptions.Models[\"{method.Contract}\"], or [GeminiPrompts(Model = \"…\")] on {method.Contract}, " +
                "or GeminiOptions.DefaultModel. No request was sent.");
        }

        string model = ModelName.Normalize(configured!);
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
