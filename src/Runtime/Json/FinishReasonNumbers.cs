using System.Globalization;

namespace GeminiGen;

/// <summary>Finish reasons as numbers, which is how they come when a proxy asks for integer enums; the order is that of the API's definition.</summary>
internal static class FinishReasonNumbers
{
    private static readonly string[] Words =
    [
        "FINISH_REASON_UNSPECIFIED", "STOP", "MAX_TOKENS", "SAFETY", "RECITATION", "OTHER", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII",
        "MALFORMED_FUNCTION_CALL", "IMAGE_SAFETY", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
    ];

    internal static FinishReason ToReason(int number) => number switch
    {
        0 => default,
        > 0 when number < Words.Length => new FinishReason(Words[number]),
        _ => new FinishReason("FINISH_REASON_" + number.ToString(CultureInfo.InvariantCulture)),
    };
}
