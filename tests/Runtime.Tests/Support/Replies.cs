using System.Text.Json;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Bodies as the API sends them.</summary>
internal static class Replies
{
    internal const string RetryInfo = "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"DELAY\"}";

    internal static string Answer(string text, string finish = "STOP") =>
        "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":" + JsonSerializer.Serialize(text) + "}]},\"finishReason\":\"" + finish + "\",\"index\":0}]," +
        "\"usageMetadata\":{\"promptTokenCount\":8,\"candidatesTokenCount\":2,\"thoughtsTokenCount\":31,\"totalTokenCount\":41}," +
        "\"modelVersion\":\"gemini-3.8-flash\",\"responseId\":\"abc\"}";

    internal static string Chunk(string text) =>
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + JsonSerializer.Serialize(text) + "}]}}]}";

    internal static string Error(int code, string status, string message = "m", params string[] details) =>
        "{\"error\":{\"code\":" + code + ",\"status\":\"" + status + "\",\"message\":" + JsonSerializer.Serialize(message) +
        (details.Length == 0 ? "" : ",\"details\":[" + string.Join(",", details) + "]") + "}}";

    internal static string Quota(string quotaId, string quotaValue = "10") =>
        "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaId\":\"" + quotaId + "\",\"quotaValue\":\"" + quotaValue + "\"}]}";

    internal static string Delay(string delay) => RetryInfo.Replace("DELAY", delay, StringComparison.Ordinal);

    internal static string Reason(string reason) =>
        "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"" + reason + "\",\"domain\":\"googleapis.com\"}";
}
