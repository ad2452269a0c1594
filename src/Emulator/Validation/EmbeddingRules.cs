using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>What the API refuses in well-formed requests for embeddings (wire format, section 6).</summary>
internal static class EmbeddingRules
{
    private const int MaxRequests = 100;
    private const int MinDimensions = 128;
    private const int MaxDimensions = 3072;

    public static void ThrowIfRefused(IReadOnlyList<JsonElement> requests, string id, EmulatedModel model, bool isBatch)
    {
        var violations = new List<FieldViolation>();
        if (requests.Count is 0 or > MaxRequests)
        {
            violations.Add(new FieldViolation("requests", requests.Count == 0
                ? "* BatchEmbedContentsRequest.requests: requests must not be empty."
                : "* BatchEmbedContentsRequest.requests: at most 100 requests can be in one batch."));
        }

        for (int index = 0; index < requests.Count; index++)
        {
            string path = isBatch ? string.Create(CultureInfo.InvariantCulture, $"requests[{index}].") : "";
            Check(requests[index], path, id, model.InputTokenLimit, isBatch, violations);
        }

        if (violations.Count > 0)
        {
            throw new ApiErrorException(ApiErrors.Invalid(violations));
        }
    }

    private static void Check(JsonElement request, string path, string id, int? limit, bool isBatch, List<FieldViolation> violations)
    {
        string? named = request.TextField("model");
        if (isBatch || named is not null)
        {
            Require(named == "models/" + id, path + "model", $"must be models/{id}, the model of the path.", violations);
        }

        JsonElement[] parts = [.. request.Field("content") is { } content ? content.ItemsField("parts") : []];
        Require(parts.Length > 0 && parts.All(part => part.TextField("text") is { Length: > 0 }), path + "content", "contains an empty part; the emulator takes parts of text.", violations);
        int tokens = parts.Sum(part => TokenEstimator.Estimate(part.TextField("text") ?? ""));
        Require(!(tokens > limit), path + "content", $"The input token count ({tokens}) exceeds the maximum number of tokens allowed ({limit}).", violations);
        int? dimensions = request.IntegerField("outputDimensionality");
        Require(dimensions is null or (>= MinDimensions and <= MaxDimensions), path + "output_dimensionality", $"must be between {MinDimensions} and {MaxDimensions}.", violations);
        bool isDocument = request.TextField("taskType") == "RETRIEVAL_DOCUMENT";
        Require(isDocument || request.TextField("title") is null, path + "title", "is for the task type RETRIEVAL_DOCUMENT only.", violations);
    }

    private static void Require(bool holds, string field, string text, List<FieldViolation> violations)
    {
        if (!holds)
        {
            violations.Add(new FieldViolation(field, $"* {field}: {text}"));
        }
    }
}
