using System.Globalization;
using GeminiGen.Shared.Json;

namespace GeminiGen.Emulator.Scripting;

/// <summary>Reads the faults of a script: by their names, or as errors of the API.</summary>
internal static class ScriptFaults
{
    private const string Names =
        "quotaPerMinute, quotaPerDay, internalError, unavailable, neverAnswers, cutStream, endStreamEarly, stallStream, blockedPrompt, withheld, maxTokens, "
        + "maxTokensSpentOnThinking, thoughtParts, emptyCandidates, malformedJson, fencedJson";

    /// <param name="value">The fault.</param>
    /// <param name="afterPieces">How much of a stream arrives before; null where the script does not say.</param>
    /// <param name="raw">Gives the text of a value.</param>
    public static EmulatorFault Read(JsonValue value, int? afterPieces, Func<JsonValue, string> raw)
    {
        EmulatorFault fault = value.Kind == JsonKind.Object ? ReadError(value, raw) : Named(value, afterPieces ?? 1);
        return afterPieces is { } pieces && fault.Error is not null ? fault.InsideStream(pieces) : fault;
    }

    /// <summary>A length of time: <c>"1.5s"</c> or <c>"250ms"</c>.</summary>
    public static TimeSpan Duration(JsonValue value)
    {
        string text = value.GetString();
        (string number, double unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 0.001) : (text.TrimEnd('s'), 1);
        return text.EndsWith('s') && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount) && amount * unit < 1e6
            ? TimeSpan.FromSeconds(amount * unit)
            : throw value.Expected("a length of time such as \"1.5s\" or \"250ms\"");
    }

    private static EmulatorFault Named(JsonValue value, int afterPieces) => value.GetString() switch
    {
        "quotaPerMinute" => EmulatorFault.QuotaPerMinute(),
        "quotaPerDay" => EmulatorFault.QuotaPerDay(),
        "internalError" => EmulatorFault.InternalError(),
        "unavailable" => EmulatorFault.Unavailable(),
        "neverAnswers" => EmulatorFault.NeverAnswers(),
        "cutStream" => EmulatorFault.CutStream(afterPieces),
        "endStreamEarly" => EmulatorFault.EndStreamEarly(afterPieces),
        "stallStream" => EmulatorFault.StallStream(afterPieces),
        "blockedPrompt" => EmulatorFault.BlockedPrompt(),
        "withheld" => EmulatorFault.Withheld(),
        "maxTokens" => EmulatorFault.MaxTokens(),
        "maxTokensSpentOnThinking" => EmulatorFault.MaxTokensSpentOnThinking(),
        "thoughtParts" => EmulatorFault.ThoughtParts(),
        "emptyCandidates" => EmulatorFault.EmptyCandidates(),
        "malformedJson" => EmulatorFault.MalformedJson(),
        "fencedJson" => EmulatorFault.FencedJson(),
        _ => throw value.Expected($"an error of the API, {{\"code\":…,\"status\":…,\"message\":…}}, or one of: {Names}"),
    };

    private static EmulatorFault ReadError(JsonValue value, Func<JsonValue, string> raw)
    {
        int? code = null;
        string status = "UNKNOWN";
        string message = "Scripted.";
        string details = "[]";
        foreach (JsonMember member in value.Members)
        {
            switch (member.Name)
            {
                case "code":
                    code = member.Value.GetInt32() is >= 400 and <= 599 and var number ? number : throw member.Value.Expected("an HTTP status of an error, 400 to 599");
                    break;
                case "status":
                    status = member.Value.GetString();
                    break;
                case "message":
                    message = member.Value.GetString();
                    break;
                case "details":
                    details = member.Value.Kind == JsonKind.Array ? raw(member.Value) : throw member.Value.Expected("a list of details");
                    break;
                default:
                    throw new JsonSyntaxException($"\"{member.Name}\" means nothing in an error. What may stand there: code, status, message, details.", member.Position);
            }
        }

        int given = code ?? throw new JsonSyntaxException("An error needs a \"code\", its HTTP status.", value.Position);
        return details == "[]" ? EmulatorFault.ApiFailure(given, status, message) : EmulatorFault.ApiFailure(given, status, message, details);
    }
}
