using GeminiGen.CompilerServices;
using Microsoft.Extensions.Options;

namespace GeminiGen;

/// <summary>A validated copy of <see cref="GeminiOptions"/>, which nobody can change under a running client.</summary>
internal sealed class ClientSettings
{
    private readonly Dictionary<string, string> _models;

    private ClientSettings(GeminiOptions options)
    {
        ApiKey = ResolveKey(options.ApiKey);
        BaseAddress = options.BaseAddress;
        DefaultModel = string.IsNullOrWhiteSpace(options.DefaultModel) ? null : options.DefaultModel;
        _models = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> entry in options.Models)
        {
            // Type.FullName separates nested types by a plus.
            _models[entry.Key.Replace('+', '.')] = entry.Value;
        }

        Timeout = options.Timeout;
        AttemptTimeout = options.AttemptTimeout;
        StreamIdleTimeout = options.StreamIdleTimeout;
        MaxHops = options.MaxHops;
        ToolApproval = options.ToolApproval;
        UntrustedDelimiter = options.UntrustedDelimiter;
        MaxAttempts = options.Retry.MaxAttempts;
        BaseDelay = options.Retry.BaseDelay;
        MaxDelay = options.Retry.MaxDelay;
        InlineLimit = options.Media.InlineLimit;
        ProcessingTimeout = options.Media.ProcessingTimeout;
        Clock = options.TimeProvider;
    }

    internal GeminiApiKey? ApiKey { get; }

    internal Uri? BaseAddress { get; }

    internal string? DefaultModel { get; }

    internal TimeSpan Timeout { get; }

    internal TimeSpan AttemptTimeout { get; }

    internal TimeSpan StreamIdleTimeout { get; }

    internal int MaxHops { get; }

    internal ToolApproval? ToolApproval { get; }

    internal Func<string>? UntrustedDelimiter { get; }

    internal int MaxAttempts { get; }

    internal TimeSpan BaseDelay { get; }

    internal TimeSpan MaxDelay { get; }

    internal long InlineLimit { get; }

    internal TimeSpan ProcessingTimeout { get; }

    internal TimeProvider Clock { get; }

    /// <summary>Validates and copies.</summary>
    /// <exception cref="OptionsValidationException">An option is out of its bounds.</exception>
    internal static ClientSettings From(GeminiOptions options)
    {
        ValidateOptionsResult result = new GeminiOptionsValidator().Validate(null, options);
        return result.Failed
            ? throw new OptionsValidationException(nameof(GeminiOptions), typeof(GeminiOptions), result.Failures)
            : new ClientSettings(options);
    }

    /// <summary>
    /// The model for a method, if one is named: what is said of the method comes before what is said of its contract, a configured model before the attribute's,
    /// and a full name before a short one.
    /// </summary>
    internal string? ModelOf(PromptMethod method)
        => _models.GetValueOrDefault(method.ContractFullName + "." + method.Name)
            ?? _models.GetValueOrDefault(method.Contract + "." + method.Name)
            ?? method.OwnModel
            ?? (method.HasOwnModel ? method.Model : null)
            ?? _models.GetValueOrDefault(method.ContractFullName)
            ?? _models.GetValueOrDefault(method.Contract)
            ?? method.Model;

    private static GeminiApiKey? ResolveKey(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return new GeminiApiKey(configured);
        }

        return FromVariable("GEMINI_API_KEY") ?? FromVariable("GOOGLE_API_KEY");
    }

    private static GeminiApiKey? FromVariable(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return GeminiApiKey.Fault(value) is { } fault
            ? throw new GeminiConfigurationException("The environment variable " + name + " holds no usable key. " + fault)
            : new GeminiApiKey(value);
    }
}
