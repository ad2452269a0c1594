using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GeminiGen;

/// <summary>Reads <see cref="GeminiOptions"/> from configuration by hand: no reflection, and nothing misspelt goes unnoticed.</summary>
internal static class GeminiOptionsBinder
{
    private const string SectionName = "Gemini";
    private const string Known = "ApiKey, BaseAddress, DefaultModel, Models, Timeout, AttemptTimeout, StreamIdleTimeout, MaxHops, Retry, Media";
    private const string KnownRetry = "MaxAttempts, BaseDelay, MaxDelay";
    private const string KnownMedia = "InlineLimit, ProcessingTimeout";

    /// <summary>Sets what the configuration holds; what it holds in vain is left for the validation to report.</summary>
    internal static void Bind(IConfiguration configuration, GeminiOptions options)
    {
        IConfigurationSection named = configuration.GetSection(SectionName);
        IConfiguration? source = named.Exists() ? named : configuration as IConfigurationSection;
        if (source is null)
        {
            // A whole configuration without a section for us: its keys are everybody's.
            return;
        }

        foreach (IConfigurationSection entry in source.GetChildren())
        {
            BindEntry(entry, options);
        }
    }

    private static void BindEntry(IConfigurationSection entry, GeminiOptions options)
    {
        switch (entry.Key.ToUpperInvariant())
        {
            case "APIKEY":
                options.ApiKey = entry.Value;
                break;
            case "BASEADDRESS":
                options.BaseAddress = ReadAddress(entry, options);
                break;
            case "DEFAULTMODEL":
                options.DefaultModel = entry.Value;
                break;
            case "MODELS":
                foreach (IConfigurationSection model in entry.GetChildren())
                {
                    options.Models[model.Key] = model.Value ?? "";
                }

                break;
            case "TIMEOUT":
                options.Timeout = ReadTime(entry, options) ?? options.Timeout;
                break;
            case "ATTEMPTTIMEOUT":
                options.AttemptTimeout = ReadTime(entry, options) ?? options.AttemptTimeout;
                break;
            case "STREAMIDLETIMEOUT":
                options.StreamIdleTimeout = ReadTime(entry, options) ?? options.StreamIdleTimeout;
                break;
            case "MAXHOPS":
                options.MaxHops = ReadNumber(entry, options) ?? options.MaxHops;
                break;
            case "RETRY":
                foreach (IConfigurationSection retry in entry.GetChildren())
                {
                    BindRetry(retry, options);
                }

                break;
            case "MEDIA":
                foreach (IConfigurationSection media in entry.GetChildren())
                {
                    BindMedia(media, options);
                }

                break;
            default:
                Report(options, $"{entry.Path} is no option; there are {Known}.");
                break;
        }
    }

    private static void BindRetry(IConfigurationSection entry, GeminiOptions options)
    {
        GeminiRetryOptions retry = options.Retry;
        switch (entry.Key.ToUpperInvariant())
        {
            case "MAXATTEMPTS":
                retry.MaxAttempts = ReadNumber(entry, options) ?? retry.MaxAttempts;
                break;
            case "BASEDELAY":
                retry.BaseDelay = ReadTime(entry, options) ?? retry.BaseDelay;
                break;
            case "MAXDELAY":
                retry.MaxDelay = ReadTime(entry, options) ?? retry.MaxDelay;
                break;
            default:
                Report(options, $"{entry.Path} is no option; there are {KnownRetry}.");
                break;
        }
    }

    private static void BindMedia(IConfigurationSection entry, GeminiOptions options)
    {
        switch (entry.Key.ToUpperInvariant())
        {
            case "INLINELIMIT":
                if (long.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long bytes))
                {
                    options.Media.InlineLimit = bytes;
                }
                else
                {
                    Report(options, $"{entry.Path} is \"{entry.Value}\", which is no whole number of bytes.");
                }

                break;
            case "PROCESSINGTIMEOUT":
                options.Media.ProcessingTimeout = ReadTime(entry, options) ?? options.Media.ProcessingTimeout;
                break;
            default:
                Report(options, $"{entry.Path} is no option; there are {KnownMedia}.");
                break;
        }
    }

    private static Uri? ReadAddress(IConfigurationSection entry, GeminiOptions options)
    {
        if (string.IsNullOrWhiteSpace(entry.Value))
        {
            return null;
        }

        if (Uri.TryCreate(entry.Value.Trim(), UriKind.Absolute, out Uri? address))
        {
            return address;
        }

        // Not repeated, because a wrong address may hold a key.
        Report(options, $"{entry.Path} is no absolute address; one looks like https://generativelanguage.googleapis.com.");
        return null;
    }

    private static int? ReadNumber(IConfigurationSection entry, GeminiOptions options)
    {
        if (int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        Report(options, $"{entry.Path} is \"{entry.Value}\", which is no whole number.");
        return null;
    }

    private static TimeSpan? ReadTime(IConfigurationSection entry, GeminiOptions options)
    {
        // A bare number would be read as days.
        if (entry.Value?.Contains(':', StringComparison.Ordinal) == true &&
            TimeSpan.TryParse(entry.Value, CultureInfo.InvariantCulture, out TimeSpan time))
        {
            return time;
        }

        Report(options, $"{entry.Path} is \"{entry.Value}\", which is no time; 90 seconds are written 00:01:30.");
        return null;
    }

    private static void Report(GeminiOptions options, string error) => (options.BindingErrors ??= []).Add(error);
}
