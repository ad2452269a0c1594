using System.Globalization;
using System.Text;
using GeminiGen.CompilerServices;
using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>Builds what ends a method's request bodies: <c>],"tools":[…],"safetySettings":[…],"generationConfig":{…}}</c>, fitted to the model that is asked.</summary>
internal static class RequestTail
{
    internal static byte[] Build(PromptRequest request, string model, ModelFacts facts, ILogger logger)
    {
        PromptMethod method = request.Method;
        CallSettings settings = new(method, request.Options);
        using PooledUtf8Buffer config = new();
        settings.AppendGeneration(config);
        AppendThinking(config, settings, method, model, facts, logger);
        AppendSchema(config, method, facts);
        using PooledUtf8Buffer tail = new();
        tail.Append("]"u8);
        AppendTools(tail, request.Tools, method.BuiltInTools, facts);
        AppendSafety(tail, settings.Safety);
        AppendLabels(tail, settings.Labels);
        if (config.Length > 0)
        {
            tail.Append(",\"generationConfig\":{"u8);
            tail.Append(config.WrittenSpan);
            tail.Append("}"u8);
        }

        tail.Append("}"u8);
        return tail.WrittenSpan.ToArray();
    }

    private static void AppendTools(PooledUtf8Buffer tail, PromptToolSet? functions, PromptBuiltInTools builtIn, ModelFacts facts)
    {
        bool hasFunctions = functions is { Tools.Count: > 0 };
        if (!hasFunctions && builtIn == 0)
        {
            return;
        }

        tail.Append(",\"tools\":["u8);
        if (hasFunctions)
        {
            AppendFunctions(tail, functions!, facts);
        }

        AppendBuiltIn(tail, builtIn, PromptBuiltInTools.GoogleSearch, "{\"googleSearch\":{}}"u8);
        AppendBuiltIn(tail, builtIn, PromptBuiltInTools.UrlContext, "{\"urlContext\":{}}"u8);
        AppendBuiltIn(tail, builtIn, PromptBuiltInTools.CodeExecution, "{\"codeExecution\":{}}"u8);
        tail.Append("]"u8);
        if (hasFunctions && builtIn != 0)
        {
            // The API runs its own tools beside the caller's functions only for those who keep what it did in the history; we keep all of it.
            tail.Append(",\"toolConfig\":{\"includeServerSideToolInvocations\":true}"u8);
        }
    }

    private static void AppendBuiltIn(PooledUtf8Buffer tail, PromptBuiltInTools all, PromptBuiltInTools one, ReadOnlySpan<byte> json)
    {
        if ((all & one) != 0)
        {
            tail.Append(tail.WrittenSpan[^1] == (byte)'[' ? [] : ","u8);
            tail.Append(json);
        }
    }

    private static void AppendFunctions(PooledUtf8Buffer tail, PromptToolSet set, ModelFacts facts)
    {
        tail.Append("{\"functionDeclarations\":["u8);
        for (int i = 0; i < set.Tools.Count; i++)
        {
            PromptTool tool = set.Tools[i];
            tail.Append(i > 0 ? ",{\"name\":\""u8 : "{\"name\":\""u8);
            JsonText.AppendEscaped(tail, tool.Name);
            if (tool.Description is { } description)
            {
                tail.Append("\",\"description\":\""u8);
                JsonText.AppendEscaped(tail, description);
            }

            tail.Append("\""u8);
            if (tool.Parameters is { } parameters)
            {
                tail.Append(facts.GetsJsonSchema(parameters) ? ",\"parametersJsonSchema\":"u8 : ",\"parameters\":"u8);
                tail.Append(facts.GetText(parameters));
            }

            tail.Append("}"u8);
        }

        tail.Append("]}"u8);
    }

    private static void AppendSafety(PooledUtf8Buffer tail, IReadOnlyList<SafetySetting> safety)
    {
        for (int i = 0; i < safety.Count; i++)
        {
            tail.Append(i == 0 ? ",\"safetySettings\":["u8 : ","u8);
            tail.Append(Encoding.UTF8.GetBytes($"{{\"category\":\"{safety[i].CategoryName}\",\"threshold\":\"{safety[i].ThresholdName}\"}}"));
        }

        tail.Append(safety.Count > 0 ? "]"u8 : default);
    }

    private static void AppendLabels(PooledUtf8Buffer tail, IReadOnlyDictionary<string, string>? labels)
    {
        if (labels is not { Count: > 0 })
        {
            return;
        }

        ReadOnlySpan<byte> before = ",\"labels\":{\""u8;
        foreach (KeyValuePair<string, string> label in labels)
        {
            tail.Append(before);
            JsonText.AppendEscaped(tail, label.Key);
            tail.Append("\":\""u8);
            JsonText.AppendEscaped(tail, label.Value);
            before = "\",\""u8;
        }

        tail.Append("\"}"u8);
    }

    // A model refuses the setting of another generation with 400, and the model can change by configuration: what it would refuse is left out.
    private static void AppendThinking(PooledUtf8Buffer config, in CallSettings settings, PromptMethod method, string model, ModelFacts facts, ILogger logger)
    {
        using PooledUtf8Buffer thinking = new();
        if (settings.ThinkingLevel is { } level)
        {
            string word = level.ToString().ToUpperInvariant();
            AppendIf(facts.TakesLevel(level), "thinkingLevel", "\"" + word + "\"", word);
        }

        if (settings.ThinkingBudget is { } budget)
        {
            string number = budget.ToString(CultureInfo.InvariantCulture);
            AppendIf(facts.TakesBudget(budget), "thinkingBudget", number, number);
        }

        if (method.IncludesThoughts)
        {
            AppendIf(facts.Thinks, "includeThoughts", "true", "true");
        }

        if (thinking.Length > 0)
        {
            Append(config, "\"thinkingConfig\":{");
            config.Append(thinking.WrittenSpan);
            config.Append("}"u8);
        }

        void AppendIf(bool isTaken, string name, string json, string shown)
        {
            if (isTaken)
            {
                Append(thinking, "\"" + name + "\":" + json);
            }
            else
            {
                Log.SettingLeftOut(logger, name + " " + shown, method.ToString(), model);
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
        Append(config, facts.GetsJsonSchema(schema) ? "\"responseJsonSchema\":" : "\"responseSchema\":");
        config.Append(facts.GetText(schema));
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
