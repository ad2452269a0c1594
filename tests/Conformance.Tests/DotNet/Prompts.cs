namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>What is asked, as in npm/prompts.mjs. The words in brackets are those that faults.json waits for.</summary>
internal static class Prompts
{
    public const string Model = "gemini-3.8-flash";
    public const string OlderModel = "gemini-2.5-flash";
    public const string QuotaModel = "gemini-2.5-flash-lite"; // one request a minute
    public const string ShutDownModel = "gemini-2.0-flash";
    public const string UnknownModel = "gemini-0.1-nothing";
    public const string EmbeddingModel = "gemini-embedding-001";

    public const string Document = "The Eiffel Tower stands in Paris. It was opened in 1889. Its height is 330 metres.";
    public const string Question = Document + "\n\nWhere does the Eiffel Tower stand?";
    public const string Answer = "The Eiffel Tower stands in Paris.";

    public const string Pirate = "Speak like a [pirate].";
    public const string PirateAnswer = "Arr, in Paris it stands.";

    public const string Card = Document + "\n\nDescribe it.";
    public const string Kind = "Is the Eiffel Tower a Person or a Building? It is a Building.";

    public const string Weather = "Call get_weather for Paris, then tell what it says.";
    public const string Both = "Call get_weather and get_time for Paris.";
    public const string Rain = "Will it rain in Paris?";
    public const string Forecast = "Sunny, 21 degrees.";
    public const string Time = "Ten past nine.";

    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
