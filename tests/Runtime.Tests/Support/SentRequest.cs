using System.Text;
using System.Text.Json;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A request that was sent.</summary>
internal sealed record SentRequest(HttpRequestMessage Message, byte[] Body)
{
    internal string Text => Encoding.UTF8.GetString(Body);

    internal string Key => Message.Headers.TryGetValues("x-goog-api-key", out IEnumerable<string>? values) ? string.Join(",", values) : "";

    /// <summary>The prompt the body carries.</summary>
    internal string Prompt => JsonDocument.Parse(Body).RootElement
        .GetProperty("contents")[0].GetProperty("parts")[0].GetProperty("text").GetString()!;
}
