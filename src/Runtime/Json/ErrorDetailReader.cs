using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads one of an error's details: <c>QuotaFailure</c>, <c>RetryInfo</c>, <c>ErrorInfo</c> or <c>BadRequest</c>.</summary>
internal static class ErrorDetailReader
{
    internal static void Read(JsonElement detail, ApiError error)
    {
        if (detail.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        error.Reason ??= ApiErrorReader.Text(detail, "reason");
        if (detail.TryGetProperty("retryDelay", out JsonElement delay))
        {
            error.RetryDelay = ReadDelay(delay) ?? error.RetryDelay;
        }

        if (detail.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object)
        {
            AddQuota(error, ApiErrorReader.Text(metadata, "quota_limit"), ApiErrorReader.Text(metadata, "quota_metric"), ApiErrorReader.Text(metadata, "quota_limit_value"));
        }

        ReadQuotaViolations(detail, error);
        ReadFieldViolations(detail, error);
    }

    private static void ReadQuotaViolations(JsonElement detail, ApiError error)
    {
        if (!detail.TryGetProperty("violations", out JsonElement violations) || violations.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (JsonElement violation in violations.EnumerateArray())
        {
            if (violation.ValueKind == JsonValueKind.Object)
            {
                string? value = violation.TryGetProperty("quotaValue", out JsonElement size) ? size.ToString() : null;
                AddQuota(error, ApiErrorReader.Text(violation, "quotaId"), ApiErrorReader.Text(violation, "quotaMetric"), value);
            }
        }
    }

    private static void AddQuota(ApiError error, string? id, string? metric, string? value)
    {
        // Several quotas may be used up at once: one per day decides, whichever place it has.
        bool isPerDay = IsPerDay(id) || IsPerDay(metric);
        if (isPerDay && !error.IsPerDay)
        {
            error.IsPerDay = true;
            error.QuotaId = id ?? error.QuotaId;
        }

        error.QuotaId ??= id;
        error.QuotaMetric ??= metric;
        error.QuotaValue = value == "0" ? value : error.QuotaValue ?? value;
    }

    private static bool IsPerDay(string? name)
        => name is not null && (name.Contains("PerDay", StringComparison.OrdinalIgnoreCase) || name.Contains("per_day", StringComparison.OrdinalIgnoreCase));

    private static void ReadFieldViolations(JsonElement detail, ApiError error)
    {
        if (!detail.TryGetProperty("fieldViolations", out JsonElement violations) || violations.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (JsonElement violation in violations.EnumerateArray())
        {
            if (violation.ValueKind == JsonValueKind.Object)
            {
                error.FieldViolations.Add(new FieldViolation(ApiErrorReader.Text(violation, "field") ?? "?", ApiErrorReader.Text(violation, "description")));
            }
        }
    }

    private static TimeSpan? ReadDelay(JsonElement delay) => delay.ValueKind == JsonValueKind.String ? Durations.Parse(delay.GetString()!) : null;
}
