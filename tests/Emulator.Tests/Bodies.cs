using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Tests;

/// <summary>Request bodies.</summary>
internal static class Bodies
{
    public const string Article = """
        # The harbour clock

        Published: 3 May 2026
        Author: Ada Byron

        The harbour clock of Westport was restored this spring after forty years of silence. Engineers rebuilt the clock
        mechanism from the original drawings, which had been lost in the town archive. The restoration cost 125,000 euros
        and took 18 months. The clock strikes every hour again, and visitors come to the harbour to hear it.

        ## What changed

        - A new pendulum made of carbon fibre
        - A steel frame that resists salt water
        - An electric motor for winding

        ## Reactions

        Residents love the sound of the clock. Some hotels asked to silence the clock at night, and the town agreed.
        """;

    public static JsonObject Prompt(string text) => new()
    {
        ["contents"] = new JsonArray(Turn("user", text)),
    };

    public static JsonObject Prompt(string text, JsonObject config)
    {
        JsonObject body = Prompt(text);
        body["generationConfig"] = config;
        return body;
    }

    public static JsonObject Turn(string role, string text) => new()
    {
        ["role"] = role,
        ["parts"] = new JsonArray(new JsonObject { ["text"] = text }),
    };

    public static JsonObject Typed(string text, string field, string schema) => Prompt(text, new JsonObject
    {
        ["responseMimeType"] = "application/json",
        [field] = JsonNode.Parse(schema),
    });
}
