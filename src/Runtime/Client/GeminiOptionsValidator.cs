using Microsoft.Extensions.Options;

namespace GeminiGen;

/// <summary>Checks ranges and shapes of <see cref="GeminiOptions"/> and reports all faults at once. No message repeats a key.</summary>
internal sealed class GeminiOptionsValidator : IValidateOptions<GeminiOptions>
{
    // The longest time a timer of .NET takes, about 24.8 days.
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMilliseconds(int.MaxValue);

    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, GeminiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> failures = [.. options.BindingErrors ?? []];
        CheckKey(options.ApiKey, failures);
        CheckBaseAddress(options.BaseAddress, failures);
        CheckModels(options, failures);
        CheckLimit(options.Timeout, nameof(GeminiOptions.Timeout), failures);
        CheckLimit(options.AttemptTimeout, nameof(GeminiOptions.AttemptTimeout), failures);
        CheckLimit(options.StreamIdleTimeout, nameof(GeminiOptions.StreamIdleTimeout), failures);
        CheckRetry(options.Retry, failures);
        if (options.MaxHops is < 1 or > 1000)
        {
            failures.Add($"GeminiOptions.MaxHops is {options.MaxHops}; it must be 1 (answers that go on are cut) to 1000.");
        }

        CheckMedia(options.Media, failures);
        if (options.TimeProvider is null)
        {
            failures.Add("GeminiOptions.TimeProvider must not be null.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckKey(string? key, List<string> failures)
    {
        // A missing key is told by the first call, not at start: the environment may be meant to bring it.
        if (!string.IsNullOrWhiteSpace(key) && GeminiApiKey.Fault(key) is { } fault)
        {
            failures.Add("GeminiOptions.ApiKey: " + fault);
        }
    }

    private static void CheckBaseAddress(Uri? address, List<string> failures)
    {
        if (address is not null && BaseAddressRule.Violation(address) is { } violation)
        {
            failures.Add("GeminiOptions.BaseAddress " + violation);
        }
    }

    private static void CheckModels(GeminiOptions options, List<string> failures)
    {
        if (!string.IsNullOrWhiteSpace(options.DefaultModel) && !ModelName.IsValid(ModelName.Normalize(options.DefaultModel)))
        {
            failures.Add($"GeminiOptions.DefaultModel: \"{options.DefaultModel}\" is no model id; one looks like gemini-3.8-flash.");
        }

        foreach (KeyValuePair<string, string> entry in options.Models)
        {
            if (entry.Value is null || !ModelName.IsValid(ModelName.Normalize(entry.Value)))
            {
                failures.Add($"GeminiOptions.Models[\"{entry.Key}\"]: \"{entry.Value}\" is no model id; one looks like gemini-3.8-flash.");
            }
        }
    }

    private static void CheckLimit(TimeSpan limit, string name, List<string> failures)
    {
        if (limit != Timeout.InfiniteTimeSpan && (limit <= TimeSpan.Zero || limit > MaxTimeout))
        {
            failures.Add($"GeminiOptions.{name} is {limit}; it must be more than 0 and at most {MaxTimeout:d\\ \\d\\a\\y\\s}, or Timeout.InfiniteTimeSpan for no limit.");
        }
    }

    private static void CheckRetry(GeminiRetryOptions retry, List<string> failures)
    {
        if (retry.MaxAttempts is < 1 or > 100)
        {
            failures.Add($"GeminiOptions.Retry.MaxAttempts is {retry.MaxAttempts}; it must be 1 (no retries) to 100.");
        }

        if (retry.BaseDelay < TimeSpan.Zero || retry.BaseDelay > MaxWait)
        {
            failures.Add($"GeminiOptions.Retry.BaseDelay is {retry.BaseDelay}; it must be 0 to 1 day.");
        }

        if (retry.MaxDelay < retry.BaseDelay || retry.MaxDelay > MaxWait)
        {
            failures.Add($"GeminiOptions.Retry.MaxDelay is {retry.MaxDelay}; it must be Retry.BaseDelay to 1 day.");
        }
    }

    private static void CheckMedia(GeminiMediaOptions media, List<string> failures)
    {
        if (media.InlineLimit is < 0 or > MediaLimits.Request)
        {
            failures.Add(FormattableString.Invariant($"GeminiOptions.Media.InlineLimit is {media.InlineLimit}; it must be 0 (upload all media) to {MediaLimits.Request} bytes, the API's limit of a request."));
        }

        CheckLimit(media.ProcessingTimeout, "Media." + nameof(GeminiMediaOptions.ProcessingTimeout), failures);
    }
}
