using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>What the client logs. Never prompt text, answers, or keys; errors by kind, since the API's own words may quote the request.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "{Method}: attempt {Attempt} of {MaxAttempts} on {Model} failed ({Error}); the next one follows in {DelayMilliseconds} ms.")]
    internal static partial void Retrying(ILogger logger, string method, int attempt, int maxAttempts, string model, string error, long delayMilliseconds);

    [LoggerMessage(2, LogLevel.Warning, "{Setting}, set for {Method}, is left out: {Model} would refuse the request with it.")]
    internal static partial void SettingLeftOut(ILogger logger, string setting, string method, string model);

    [LoggerMessage(3, LogLevel.Warning, "The function {Function}, called by the model in {Method}, threw; the model was told.")]
    internal static partial void ToolFailed(ILogger logger, Exception exception, string function, string method);

    [LoggerMessage(4, LogLevel.Warning, "{Method}: {Model} is asked again ({Repair} of {MaxRepairs}), because of {Error}.")]
    internal static partial void AskingAgain(ILogger logger, string method, string model, string error, int repair, int maxRepairs);
}
