using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeminiGen.Testing;

/// <summary>Writes a prompt for people: model, texts, and what else is in the request.</summary>
internal static partial class SnapshotText
{
    internal static string Create(RenderedPrompt prompt)
    {
        JsonObject rest = (JsonObject)JsonNode.Parse(prompt.Json)!;
        rest.Remove("systemInstruction");
        rest.Remove("contents");
        string settings = rest.Count == 0 ? "" : "\n\n[settings]\n" + RecordedJson.Write(rest);
        string text = $"[model]\n{prompt.Model}\n\n{prompt.Text.ReplaceLineEndings("\n")}{settings}\n";
        return Fence().Replace(text, "untrusted-0");
    }

    // Drawn anew for each rendering, see UntrustedAttribute.
    [GeneratedRegex("untrusted-[0-9A-Za-z]{8,64}", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
