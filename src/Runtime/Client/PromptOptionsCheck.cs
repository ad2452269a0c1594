using System.Globalization;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Checks what a caller wants different, against the bounds of the API and of the model that is asked.</summary>
/// <param name="options">What is wanted.</param>
/// <param name="method">The method called.</param>
/// <param name="model">The model's id.</param>
/// <param name="facts">What is known of the model.</param>
internal readonly struct PromptOptionsCheck(PromptOptions options, PromptMethod method, string model, ModelFacts facts)
{
    /// <summary>Checks everything.</summary>
    /// <param name="isStreamed">Whether the answer is streamed: some models answer more then.</param>
    /// <param name="takesLabels">Whether the service called takes labels.</param>
    /// <exception cref="GeminiConfigurationException">Something is out of its bounds.</exception>
    internal void Check(bool isStreamed, bool takesLabels)
    {
        Require(nameof(options.Temperature), options.Temperature, SettingRanges.ForTemperature(options.Temperature, facts.MaxTemperature));
        Require(nameof(options.TopP), options.TopP, SettingRanges.ForTopP(options.TopP));
        Require(nameof(options.TopK), options.TopK, SettingRanges.ForCount(options.TopK));
        Require(nameof(options.MaxOutputTokens), options.MaxOutputTokens, SettingRanges.ForCount(options.MaxOutputTokens));
        if (SettingRanges.ForStopSequences(options.StopSequences) is { } range)
        {
            throw OutOfRange(nameof(options.StopSequences), "[" + string.Join(", ", options.StopSequences!.Select(static text => "\"" + text + "\"")) + "]", range);
        }

        CheckOutputTokens(isStreamed);
        CheckThinking();
        CheckSafety();
        if (options.Labels is { Count: > 0 } && !takesLabels)
        {
            throw Fault("'Labels' are taken by Google Cloud only; the Gemini Developer API would refuse the request. Leave them out");
        }
    }

    private void CheckOutputTokens(bool isStreamed)
    {
        if (options.MaxOutputTokens is not { } tokens)
        {
            return;
        }

        if (tokens > facts.MaxOutputTokens)
        {
            throw Fault(Format(SettingRanges.OutputTokensAboveLimit, tokens, model, facts.MaxOutputTokens));
        }

        if (!isStreamed && tokens > facts.MaxOutputTokensWithoutStream)
        {
            throw Fault(Format(SettingRanges.OutputTokensAboveLimitWithoutStream, tokens, model, facts.MaxOutputTokensWithoutStream));
        }
    }

    private void CheckThinking()
    {
        if (options.Thinking is { } level)
        {
            if (options.ThinkingBudget is not null)
            {
                throw Fault("'ThinkingBudget' is set beside 'Thinking', and a request takes one of them; remove one of the two");
            }

            Require(nameof(options.Thinking), level, Enum.IsDefined(level) ? facts.ExpectedLevel(level) : "a member of ThinkingLevel");
            if (!facts.TakesLevel(level))
            {
                throw Fault($"'Thinking = {level}' is not taken by '{model}'; leave it out{(facts.HasBudget ? ", or set 'ThinkingBudget'" : "")}");
            }
        }

        if (options.ThinkingBudget is { } budget)
        {
            Require(nameof(options.ThinkingBudget), budget, facts.ExpectedBudget(budget));
            if (!facts.TakesBudget(budget))
            {
                throw Fault(Format("'ThinkingBudget = {0}' is not taken by '{1}'; leave it out, or set 'Thinking'", budget, model));
            }
        }
    }

    private void CheckSafety()
    {
        HashSet<HarmCategory> categories = [];
        foreach (SafetySetting setting in options.Safety ?? [])
        {
            if (!Enum.IsDefined(setting.Category) || !Enum.IsDefined(setting.Threshold))
            {
                throw OutOfRange(nameof(options.Safety), setting, "of members of HarmCategory and HarmBlockThreshold");
            }

            if (!categories.Add(setting.Category))
            {
                throw Fault($"'Safety' sets {setting.Category} more than once; remove one of the two");
            }
        }
    }

    private void Require<T>(string name, T value, string? range)
    {
        if (range is not null)
        {
            throw OutOfRange(name, value, range);
        }
    }

    private GeminiConfigurationException OutOfRange<T>(string name, T value, string range) => Fault(Format(SettingRanges.OutOfRange, name, value, range));

    private GeminiConfigurationException Fault(string sentence) => new($"The PromptOptions of a call of {method}: {sentence}. No request was sent.");

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
