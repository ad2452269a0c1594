using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeminiGen.Benchmarks.Floor;

/// <summary>Property names and constant texts of the request, encoded once.</summary>
internal static class FloorNames
{
    internal static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    internal static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, SkipValidation = true };

    internal static readonly JsonEncodedText SystemInstruction = JsonEncodedText.Encode("systemInstruction");
    internal static readonly JsonEncodedText Contents = JsonEncodedText.Encode("contents");
    internal static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    internal static readonly JsonEncodedText User = JsonEncodedText.Encode("user");
    internal static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    internal static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts");
    internal static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    internal static readonly JsonEncodedText GenerationConfig = JsonEncodedText.Encode("generationConfig");
    internal static readonly JsonEncodedText MaxOutputTokens = JsonEncodedText.Encode("maxOutputTokens");
    internal static readonly JsonEncodedText Temperature = JsonEncodedText.Encode("temperature");
    internal static readonly JsonEncodedText ResponseMimeType = JsonEncodedText.Encode("responseMimeType");
    internal static readonly JsonEncodedText ApplicationJson = JsonEncodedText.Encode("application/json");
    internal static readonly JsonEncodedText ResponseJsonSchema = JsonEncodedText.Encode("responseJsonSchema");

    internal static readonly JsonEncodedText Instruction = JsonEncodedText.Encode(BenchmarkPrompts.Instruction, Encoder);
}
