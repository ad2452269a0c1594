using System.Globalization;
using System.Text;
using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Builds what ends a method's request bodies: <c>],"generationConfig":{…}}</c>, fitted to the model that is asked.</summary>
internal static class RequestTail
{
    internal static byte[] Build(PromptMethod method, string model, ModelFacts facts, ILogger logger)
    {
        using PooledUtf8Buffer config = new();
        config.Append(method.Settings);
        AppendThinking(config, method, model, facts, logger);
        AppendSchema(config, method, facts);
        return config.Length == 0
            ? "]}"u8.ToArray()
            : [.. "],\"generationConfig\":{"u8, .. config.WrittenSpan, .. "}}"u8];
    }

    // A model refuses the setting of another generation with 400, and the model can change by configuration: what it would refuse is left out.
    private static void AppendThinking(PooledUtf8Buffer config, PromptMethod method, string model, ModelFacts facts, ILogger logger)
    {
        if (method.ThinkingLevel is { } level)
        {
            string word = level.ToString().ToUpperInvariant();
            if (facts.TakesLevel(level))
            {
                Append(config, "\"thinkingConfig\":{\"thinkingLevel\":\"" + word + "\"}");
            }
            else
            {
                Log.SettingLeftOut(logger, "thinkingLevel " + word, method.ToString(), model);
            }
        }

        if (method.ThinkingBudget is { } budget)
        {
            string number = budget.ToString(CultureInfo.InvariantCulture);
            if (facts.TakesBudget(budget))
            {
                Append(config, "\"thinkingConfig\":{\"thinkingBudget\":" + number + "}");
            }
            else
            {
                Log.SettingLeftOut(logger, "thinkingBudget " + number, method.ToString(), model);
            }
        }
    }

    private static void AppendSchema(PooledUtf8Buffer config, PromptMethod method, ModelFacts facts)
    {
        if (method.Schema is not { } schema)
        {
            return;
        }

        Append(config, "\"responseMimeType\":\"application/json\"");
        Append(config, facts.TakesJsonSchema ? "\"responseJsonSchema\":" : "\"responseSchema\":");
        config.Append(facts.TakesJsonSchema ? schema.JsonSchema : schema.OpenApiSchema);
    }

    private static void Append(PooledUtf8Buffer config, string member)
    {
        if (config.Length > 0)
        {
            config.Append(","u8);
        }

        config.Append(Encoding.UTF8.GetBytes(member));
    }
}
