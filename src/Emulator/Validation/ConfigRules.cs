using System.Globalization;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Ranges of the generation settings (wire format, section 6).</summary>
internal static class ConfigRules
{
    private const int MaxStopSequences = 5;

    private static readonly string[] MimeTypes = ["text/plain", "application/json", "text/x.enum"];

    public static void Check(GenerateRequest request, EmulatedModel model, int inputTokens, List<FieldViolation> violations)
    {
        CheckOutputTokens(request.MaxOutputTokens, OutputLimit(request, model, inputTokens), violations);
        CheckRange(request, "temperature", 0, model.MaxTemperature, violations);
        CheckRange(request, "topP", 0, 1, violations);
        CheckRange(request, "logprobs", 0, 20, violations);
        if (request.Config.NumberField("topK") is < 1)
        {
            Add(violations, "top_k", "must be at least 1.");
        }

        if (request.StopSequences.Count > MaxStopSequences)
        {
            Add(violations, "stop_sequences", $"at most {MaxStopSequences} are allowed; {request.StopSequences.Count} are set.");
        }

        if (request.StopSequences.Contains(""))
        {
            Add(violations, "stop_sequences", "a sequence cannot be empty.");
        }

        // Models set by level are those of the third generation and later.
        int candidates = model.Thinking == ThinkingKind.Level ? 1 : 8;
        if (request.CandidateCount < 1 || request.CandidateCount > candidates)
        {
            Add(violations, "candidate_count", $"must be between 1 and {candidates} for this model.");
        }

        if (request.Config.Field("logprobs") is not null && !request.Config.FlagField("responseLogprobs"))
        {
            Add(violations, "logprobs", "needs response_logprobs.");
        }

        if (request.Config.TextField("responseMimeType") is { Length: > 0 } mimeType && !MimeTypes.Contains(mimeType))
        {
            Add(violations, "response_mime_type", $"allowed are {string.Join(", ", MimeTypes)}.");
        }

        CheckPenalties(request, model, violations);
        CheckModalities(request, model, violations);
    }

    // Where answers go on over several calls, the setting counts all of them; only a call that neither streams nor continues is held to its own part.
    private static int? OutputLimit(GenerateRequest request, EmulatedModel model, int inputTokens)
        => !request.Streams && !request.Continues && model.OutputTokenLimitWithoutStream is { } whole ? whole
            : model.LongDecodeTokenLimit is { } total ? Math.Max(1, total - inputTokens)
            : model.OutputTokenLimit;

    private static void CheckOutputTokens(int? value, int? limit, List<FieldViolation> violations)
    {
        if (value < 1)
        {
            Add(violations, "max_output_tokens", "must be at least 1.");
        }
        else if (value > limit)
        {
            Add(violations, "max_output_tokens", string.Create(CultureInfo.InvariantCulture, $"{value} is more than the limit of {limit} for this model and call."));
        }
    }

    private static void CheckRange(GenerateRequest request, string name, double min, double max, List<FieldViolation> violations)
    {
        if (request.Config.NumberField(name) is { } value && !(value >= min && value <= max))
        {
            Add(violations, System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
                string.Create(CultureInfo.InvariantCulture, $"{value} is not between {min} and {max}."));
        }
    }

    private static void CheckPenalties(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        if (model.IgnoresSampling && (request.Config.Field("presencePenalty") ?? request.Config.Field("frequencyPenalty")) is not null)
        {
            violations.Add(new FieldViolation("generation_config", "* generation_config: penalties are not supported by this model."));
        }
    }

    private static void CheckModalities(GenerateRequest request, EmulatedModel model, List<FieldViolation> violations)
    {
        foreach (string modality in request.Config.ItemsField("responseModalities").Select(item => item.GetString() ?? ""))
        {
            if (model.OutputModalities.Count > 0 && !model.OutputModalities.Contains(modality, StringComparer.OrdinalIgnoreCase))
            {
                Add(violations, "response_modalities", $"{modality} is not supported by this model.");
            }
        }
    }

    private static void Add(List<FieldViolation> violations, string field, string text) =>
        violations.Add(new FieldViolation("generation_config." + field, $"* generation_config.{field}: {text}"));
}
