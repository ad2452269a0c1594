using System.Text;
using System.Text.Json;

namespace GeminiGen.Testing;

/// <summary>Reads the text of a turn.</summary>
internal static class PromptTexts
{
    internal static string Of(JsonElement turn)
    {
        StringBuilder text = new();
        foreach (JsonElement part in turn.GetProperty("parts").EnumerateArray())
        {
            text.Append(part.TryGetProperty("text", out JsonElement words) ? words.GetString() : null);
        }

        return text.ToString();
    }
}
