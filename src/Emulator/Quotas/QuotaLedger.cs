using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Quotas;

/// <summary>Counts the calls of each project to each model, and refuses those beyond the quota. A refused call is not counted.</summary>
internal sealed class QuotaLedger(GeminiEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Project, string Model, QuotaKind Kind), QuotaCount> _counts = [];

    /// <exception cref="ApiErrorException">The quota is used up.</exception>
    public void Take(ModelCall call)
    {
        if (options.Quotas is not { } quotas || call.QuotaKind == QuotaKind.None || quotas.Of(call.Model.Version) is not { } limits)
        {
            return;
        }

        string project = ProjectOf(call.Exchange);
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        List<QuotaViolation> violations;
        lock (_gate)
        {
            QuotaCount count = CountOf((project, call.Model.Version, call.QuotaKind));
            count.Roll(now);
            violations = Violations(call, limits, count, quotas.Tier);
            if (violations.Count == 0)
            {
                count.Add(call.Requests, call.InputTokens);
                return;
            }
        }

        throw new ApiErrorException(QuotaErrors.Exceeded(violations, RetryDelay(violations, now)));
    }

    public IReadOnlyList<QuotaUsage> Snapshot()
    {
        if (options.Quotas is not { } quotas)
        {
            return [];
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        var usages = new List<QuotaUsage>();
        lock (_gate)
        {
            foreach (((string project, string model, QuotaKind kind), QuotaCount count) in _counts)
            {
                count.Roll(now);
                usages.Add(new QuotaUsage(project, model, kind == QuotaKind.Embed, quotas.Of(model) ?? new ModelQuota(), count.Requests, count.Tokens, count.RequestsOfDay));
            }
        }

        return usages;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _counts.Clear();
        }
    }

    private string ProjectOf(Exchange exchange) =>
        exchange.Values["project"] is { } named ? named
        : (Credentials.KeyOf(exchange.Request) ?? Credentials.TokenOf(exchange.Request)) is { } key && options.ProjectsByKey.TryGetValue(key, out string? project) ? project
        : options.Project;

    private QuotaCount CountOf((string Project, string Model, QuotaKind Kind) key)
    {
        if (!_counts.TryGetValue(key, out QuotaCount? count))
        {
            _counts.Add(key, count = new QuotaCount());
        }

        return count;
    }

    private static List<QuotaViolation> Violations(ModelCall call, ModelQuota limits, QuotaCount count, QuotaTier tier)
    {
        var violations = new List<QuotaViolation>();
        Check(QuotaMeasure.InputTokensPerMinute, limits.InputTokensPerMinute, count.Tokens + call.InputTokens);
        Check(QuotaMeasure.RequestsPerMinute, limits.RequestsPerMinute, count.Requests + call.Requests);
        Check(QuotaMeasure.RequestsPerDay, limits.RequestsPerDay, count.RequestsOfDay + call.Requests);
        return violations;

        void Check(QuotaMeasure measure, int? limit, long wanted)
        {
            if (wanted > limit)
            {
                (string metric, string id) = QuotaNames.Of(call.QuotaKind, measure, tier);
                violations.Add(new QuotaViolation(measure, metric, id, call.Exchange.Values["location"] ?? "global", call.Model.Version, limit.Value));
            }
        }
    }

    private static TimeSpan RetryDelay(List<QuotaViolation> violations, DateTimeOffset now) =>
        violations.Exists(violation => violation.Measure == QuotaMeasure.RequestsPerDay)
            ? PacificDay.End(now) - now
            : TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.UtcTicks % TimeSpan.TicksPerMinute));
}
