using System.Text.Json;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>What a contract's method sets and what a caller wants different, as one.</summary>
/// <param name="method">The method.</param>
/// <param name="options">What the caller wants, or <see langword="null"/> for nothing.</param>
internal readonly struct CallSettings(PromptMethod method, PromptOptions? options)
{
    // Level and budget exclude each other: who sets either has decided both.
    private bool DecidesThinking => options is { Thinking: not null } or { ThinkingBudget: not null };

    internal ThinkingLevel? ThinkingLevel => DecidesThinking ? options!.Thinking : method.ThinkingLevel;

    internal int? ThinkingBudget => DecidesThinking ? options!.ThinkingBudget : method.ThinkingBudget;

    internal IReadOnlyDictionary<string, string>? Labels => options?.Labels;

    /// <summary>The safety settings, the caller's before the method's.</summary>
    internal IReadOnlyList<SafetySetting> Safety
    {
        get
        {
            if (options?.Safety is not { Count: > 0 } own)
            {
                return method.Safety;
            }

            List<SafetySetting> all = [.. own];
            foreach (SafetySetting setting in method.Safety)
            {
                if (!own.Any(other => other.Category == setting.Category))
                {
                    all.Add(setting);
                }
            }

            return all;
        }
    }

    /// <summary>Appends the members of <c>generationConfig</c> that do not depend on the model.</summary>
    internal void AppendGeneration(PooledUtf8Buffer config)
    {
        if (options is null)
        {
            config.Append(method.Settings);
            return;
        }

        AppendMethodSettings(config);
        AppendNumber(config, "maxOutputTokens"u8, options.MaxOutputTokens);
        AppendNumber(config, "temperature"u8, options.Temperature);
        AppendNumber(config, "topP"u8, options.TopP);
        AppendNumber(config, "topK"u8, options.TopK);
        AppendNumber(config, "seed"u8, options.Seed);
        if (options.StopSequences is { Count: > 0 } stops)
        {
            AppendName(config, "stopSequences"u8);
            for (int i = 0; i < stops.Count; i++)
            {
                config.Append(i == 0 ? "[\""u8 : ",\""u8);
                JsonText.AppendEscaped(config, stops[i]);
                config.Append("\""u8);
            }

            config.Append("]"u8);
        }
    }

    /// <summary>Copies what the caller leaves as it is.</summary>
    private void AppendMethodSettings(PooledUtf8Buffer config)
    {
        byte[] json = [.. "{"u8, .. method.Settings, .. "}"u8];
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            bool isReplaced = IsReplaced(ref reader);
            reader.Skip();
            if (!isReplaced)
            {
                config.Append(config.Length > 0 ? ","u8 : default);
                config.Append(json.AsSpan(start, (int)reader.BytesConsumed - start));
            }
        }
    }

    private bool IsReplaced(ref Utf8JsonReader member)
        => (options!.MaxOutputTokens is not null && member.ValueTextEquals("maxOutputTokens"u8))
            || (options.Temperature is not null && member.ValueTextEquals("temperature"u8))
            || (options.TopP is not null && member.ValueTextEquals("topP"u8))
            || (options.TopK is not null && member.ValueTextEquals("topK"u8))
            || (options.Seed is not null && member.ValueTextEquals("seed"u8))
            || (options.StopSequences is not null && member.ValueTextEquals("stopSequences"u8));

    private static void AppendNumber<T>(PooledUtf8Buffer config, ReadOnlySpan<byte> name, T? value)
        where T : struct, ISpanFormattable
    {
        if (value is { } number)
        {
            AppendName(config, name);
            JsonText.AppendFormatted(config, number, null);
        }
    }

    private static void AppendName(PooledUtf8Buffer config, ReadOnlySpan<byte> name)
    {
        config.Append(config.Length > 0 ? ",\""u8 : "\""u8);
        config.Append(name);
        config.Append("\":"u8);
    }
}
