using Microsoft.Extensions.Logging;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Clients over a fake handler.</summary>
internal static class TestClient
{
    internal static readonly Uri BaseAddress = new("http://gemini.test");

    internal static GeminiClient Create(HttpMessageHandler handler, Action<GeminiOptions>? configure = null, ILoggerFactory? loggers = null)
        => new(Options(configure), new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, loggers);

    internal static GeminiOptions Options(Action<GeminiOptions>? configure = null)
    {
        GeminiOptions options = new() { ApiKey = TestKey.Value, BaseAddress = BaseAddress };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Sets a clock that jumps, and no limits that it would jump into.</summary>
    internal static Action<GeminiOptions> Unlimited(TimeProvider clock, Action<GeminiOptions>? more = null) => options =>
    {
        options.TimeProvider = clock;
        options.Timeout = Timeout.InfiniteTimeSpan;
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        options.StreamIdleTimeout = Timeout.InfiniteTimeSpan;
        more?.Invoke(options);
    };
}
