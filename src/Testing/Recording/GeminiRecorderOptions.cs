namespace GeminiGen.Testing;

/// <summary>How a recorder works.</summary>
public sealed class GeminiRecorderOptions
{
    /// <summary>
    /// The names of the response headers that are not recorded. Those of cookies, of connections and of times are among them to begin with. Request headers are never recorded.
    /// </summary>
    public ISet<string> RemovedHeaders { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "Alt-Svc", "Connection", "Content-Length", "Date", "Keep-Alive", "Server", "Server-Timing", "Set-Cookie", "Transfer-Encoding", "Vary", "X-Goog-Api-Key",
    };

    /// <summary>
    /// Texts that are not recorded, wherever they stand in addresses and bodies. The key of the request, keys in <c>?key=</c> and every text that looks like a key of a known provider are left out
    /// by themselves. However short they are and however JSON or an address escapes them; empty ones are ignored.
    /// </summary>
    public ISet<string> Secrets { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Changes the text of a request before it is compared and recorded, for what differs with each run, such as the date in a prompt; <see langword="null"/> unless set. It gets the body as JSON, or
    /// as text where it is none.
    /// </summary>
    public Func<string, string>? Normalize { get; set; }
}
