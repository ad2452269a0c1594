using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads <c>usageMetadata</c>. In a stream it repeats, and the last one that counts anything wins as a whole.</summary>
internal static class UsageReader
{
    internal static void Read(ref Utf8JsonReader reader, ref UsageMetadata usage)
    {
        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        int prompt = 0, cached = 0, candidates = 0, thoughts = 0, tools = 0, total = 0;
        bool counted = false;
        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("promptTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref prompt);
            }
            else if (reader.ValueTextEquals("candidatesTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref candidates);
            }
            else if (reader.ValueTextEquals("totalTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref total);
            }
            else if (reader.ValueTextEquals("thoughtsTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref thoughts);
            }
            else if (reader.ValueTextEquals("cachedContentTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref cached);
            }
            else if (reader.ValueTextEquals("toolUsePromptTokenCount"u8))
            {
                counted |= ReadCount(ref reader, ref tools);
            }
            else
            {
                reader.Skip();
            }
        }

        if (counted)
        {
            usage = new UsageMetadata
            {
                PromptTokenCount = prompt,
                CachedContentTokenCount = cached,
                CandidatesTokenCount = candidates,
                ThoughtsTokenCount = thoughts,
                ToolUsePromptTokenCount = tools,
                TotalTokenCount = total,
            };
        }
    }

    private static bool ReadCount(ref Utf8JsonReader reader, ref int count)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value))
        {
            count = value;
            return true;
        }

        reader.Skip();
        return false;
    }
}
