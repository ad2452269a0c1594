using Polly;
using Polly.Retry;

namespace GeminiGen;

/// <summary>The retries of a call, as a pipeline of Polly: built once per number of attempts, shared by all calls.</summary>
internal static class RetryPipeline
{
    /// <summary>Where a call's own state travels through the shared pipeline.</summary>
    internal static readonly ResiliencePropertyKey<RetryState> State = new("GeminiGen.RetryState");

    internal static ResiliencePipeline Build(int maxAttempts, TimeProvider clock)
    {
        if (maxAttempts <= 1)
        {
            return ResiliencePipeline.Empty;
        }

        ResiliencePipelineBuilder builder = new() { Name = "GeminiGen", TimeProvider = clock };
        return builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = maxAttempts - 1,
            ShouldHandle = static arguments => new ValueTask<bool>(
                StateOf(arguments.Context).PlanNext(arguments.Outcome.Exception, arguments.AttemptNumber)),
            DelayGenerator = static arguments => new ValueTask<TimeSpan?>(StateOf(arguments.Context).Delay),
            OnRetry = static arguments =>
            {
                StateOf(arguments.Context).LogRetry();
                return default;
            },
        }).Build();
    }

    private static RetryState StateOf(ResilienceContext context) => context.Properties.GetValue(State, null!);
}
