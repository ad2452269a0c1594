using System.Globalization;
using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <content>Settings of the model.</content>
internal sealed partial class FrontMatterReader
{
    private const string ConfigKeys = "temperature, topP, topK, maxOutputTokens, stopSequences, seed, thinking, thinkingConfig";

    private void ReadConfig(YamlValue config)
    {
        foreach (YamlMember member in ReadMap(config, "'config' holds settings with values, as in 'temperature: 0.5'"))
        {
            YamlValue value = member.Value;
            switch (member.Name)
            {
                case "temperature":
                    _generation = _generation with { Temperature = ReadNumber(member, ApiLimits.MaxTemperature) };
                    break;
                case "topP":
                    _generation = _generation with { TopP = ReadNumber(member, ApiLimits.MaxTopP) };
                    break;
                case "topK":
                    _generation = _generation with { TopK = ReadInteger(member, 1) };
                    break;
                case "maxOutputTokens":
                    _generation = _generation with { MaxOutputTokens = ReadInteger(member, 1) };
                    break;
                case "seed":
                    _generation = _generation with { Seed = ReadInteger(member, int.MinValue) };
                    break;
                case "stopSequences":
                    _generation = _generation with { StopSequences = ReadTexts(member) };
                    break;
                case "thinking":
                    SetLevel(value);
                    break;
                case "thinkingConfig":
                    ReadThinking(value);
                    break;
                default:
                    RefuseSetting(member, ConfigKeys);
                    break;
            }
        }
    }

    private void ReadThinking(YamlValue thinking)
    {
        foreach (YamlMember member in ReadMap(thinking, "'thinkingConfig' holds 'thinkingLevel' or 'thinkingBudget'"))
        {
            switch (member.Name)
            {
                case "thinkingLevel":
                    SetLevel(member.Value);
                    break;
                case "thinkingBudget":
                    CheckThinking(member.Value);
                    _generation = _generation with { ThinkingBudget = ReadInteger(member, ApiLimits.DynamicThinkingBudget) };
                    break;
                default:
                    RefuseSetting(member, "thinkingLevel, thinkingBudget");
                    break;
            }
        }
    }

    private void SetLevel(YamlValue value)
    {
        CheckThinking(value);
        string? level = GetThinkingLevel(value.Text);
        if (level is null)
        {
            Refuse(value, "a level of thinking is 'minimal', 'low', 'medium' or 'high'");
            return;
        }

        _generation = _generation with { ThinkingLevel = $"global::{WellKnownNames.Namespace}.{WellKnownNames.ThinkingLevel}.{level}" };
    }

    /// <summary>The member of <c>ThinkingLevel</c> that a text names in any case; null when it names none.</summary>
    public static string? GetThinkingLevel(string text) => text.ToUpperInvariant() switch
    {
        "MINIMAL" => "Minimal",
        "LOW" => "Low",
        "MEDIUM" => "Medium",
        "HIGH" => "High",
        _ => null,
    };

    private void CheckThinking(YamlValue value)
    {
        if (_generation.ThinkingLevel is not null || _generation.ThinkingBudget is not null)
        {
            Refuse(value, "level and budget of thinking exclude each other; set one, once");
        }
    }

    private double? ReadNumber(YamlMember member, double maximum)
    {
        if (member.Value.TryGetDouble(out double value) && value >= 0 && value <= maximum)
        {
            return value;
        }

        Refuse(member.Value, string.Format(CultureInfo.InvariantCulture, "'{0}' is a number from 0 to {1}", member.Name, maximum));
        return null;
    }

    private int? ReadInteger(YamlMember member, int minimum)
    {
        if (member.Value.TryGetInt32(out int value) && value >= minimum)
        {
            return value;
        }

        Refuse(member.Value, minimum == int.MinValue
            ? $"'{member.Name}' is a whole number"
            : string.Format(CultureInfo.InvariantCulture, "'{0}' is a whole number of {1} or more", member.Name, minimum));
        return null;
    }

    private EquatableArray<string> ReadTexts(YamlMember member)
    {
        string expected = string.Format(CultureInfo.InvariantCulture, "'{0}' is a list of at most {1} texts", member.Name, ApiLimits.MaxStopSequences);
        List<string> texts = [];
        if (member.Value.Kind != YamlKind.List || member.Value.Items.Count > ApiLimits.MaxStopSequences)
        {
            Refuse(member.Value, expected);
            return default;
        }

        foreach (YamlValue item in member.Value.Items)
        {
            if (item.Kind == YamlKind.Scalar && item.Text.Length > 0)
            {
                texts.Add(item.Text);
            }
            else
            {
                Refuse(item, expected);
            }
        }

        return texts.ToEquatableArray();
    }

    /// <summary>The value is not repeated: a key may stand there.</summary>
    private void RefuseSetting(YamlMember member, string known)
    {
        string? nearest = NearestName.Find(member.Name, known.Replace(" ", "").Split(','));
        Refuse(member.Key, member.Name switch
        {
            "apiKey" => "a key does not belong into a prompt file; set GEMINI_API_KEY or GeminiOptions.ApiKey, and remove it here",
            "version" => "the version of a model is part of its name; write it in 'model'",
            _ when nearest is not null => $"'{member.Name}' is no setting; write '{nearest}'",
            _ => $"'{member.Name}' is not supported in prompt files, and would be ignored; the settings are {known}",
        });
    }
}
