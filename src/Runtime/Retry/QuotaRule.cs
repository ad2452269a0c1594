namespace GeminiGen;

/// <summary>Decides what a 429 (or 402) is about, and so whether waiting helps.</summary>
internal static class QuotaRule
{
    internal static GeminiQuotaScope ScopeOf(int statusCode, ApiError error)
    {
        string message = error.Message ?? "";
        if (error.IsPerDay)
        {
            return GeminiQuotaScope.PerDay;
        }

        if (error.QuotaValue == "0" || HasLimitZero(message))
        {
            return GeminiQuotaScope.NotOffered;
        }

        if (statusCode == 402 || SaysCreditsDepleted(message))
        {
            return GeminiQuotaScope.Credits;
        }

        bool perMinute = error.QuotaId?.Contains("PerMinute", StringComparison.OrdinalIgnoreCase) == true ||
            error.QuotaMetric?.Contains("per_minute", StringComparison.OrdinalIgnoreCase) == true;
        return perMinute ? GeminiQuotaScope.PerMinute : GeminiQuotaScope.Unknown;
    }

    /// <summary>Whether time alone brings the quota back while a caller waits.</summary>
    internal static bool ComesBack(GeminiQuotaScope scope) => scope is GeminiQuotaScope.PerMinute or GeminiQuotaScope.Unknown;

    // "limit: 0", but not "limit: 0.5" nor "limit: 03".
    private static bool HasLimitZero(string message)
    {
        const string Limit = "limit: 0";
        for (int at = message.IndexOf(Limit, StringComparison.OrdinalIgnoreCase); at >= 0; at = message.IndexOf(Limit, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> rest = message.AsSpan(at + Limit.Length);
            bool goesOn = rest.Length > 0 && (char.IsAsciiDigit(rest[0]) || (rest[0] == '.' && rest.Length > 1 && char.IsAsciiDigit(rest[1])));
            if (!goesOn)
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysCreditsDepleted(string message)
        => message.Contains("credit", StringComparison.OrdinalIgnoreCase) &&
            (message.Contains("deplet", StringComparison.OrdinalIgnoreCase) || message.Contains("exhaust", StringComparison.OrdinalIgnoreCase));
}
