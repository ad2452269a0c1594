using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Cloud;

/// <summary>What Google Cloud refuses where the Gemini API does not, and the other way round (wire format, section 10).</summary>
internal static class CloudRules
{
    /// <summary>Parts and tools that only the Gemini API has.</summary>
    private static readonly string[] RefusedParts = ["toolCall", "toolResponse"];

    public static void Check(GenerateRequest request, List<FieldViolation> violations)
    {
        JsonElement[] contents = [.. request.Sent.ItemsField("contents")];
        for (int turn = 0; turn < contents.Length; turn++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"contents[{turn}]");
            if (request.IsCloud && contents[turn].TextField("role") is not { Length: > 0 })
            {
                Add(violations, path + ".role", "Please use a valid role: user, model.");
            }

            foreach (JsonElement part in contents[turn].ItemsField("parts"))
            {
                CheckPart(part, path, request.IsCloud, violations);
            }
        }

        if (request.IsCloud && request.Sent.ItemsField("tools").Any(tool => tool.Field("fileSearch") is not null))
        {
            Add(violations, "tools", "file_search is not supported here.");
        }

        if (request.IsCloud && request.Sent.TextField("cachedContent") is { Length: > 0 })
        {
            throw new ApiErrorException(ApiErrors.NotFound("Not found: cached content metadata."));
        }
    }

    private static void CheckPart(JsonElement part, string path, bool isCloud, List<FieldViolation> violations)
    {
        string uri = part.Field("fileData")?.TextField("fileUri") ?? "";
        if (isCloud && RefusedParts.FirstOrDefault(name => part.Field(name) is not null) is { } refused)
        {
            Add(violations, path + ".parts", $"{refused} is not supported here.");
        }

        if (isCloud ? uri.Contains("/v1beta/files/", StringComparison.Ordinal) : uri.StartsWith("gs://", StringComparison.Ordinal))
        {
            Add(violations, path + ".parts", $"Unsupported file uri: {uri}");
        }
    }

    private static void Add(List<FieldViolation> violations, string field, string text) => violations.Add(new FieldViolation(field, $"* {field}: {text}"));
}
