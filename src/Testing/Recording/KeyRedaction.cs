using System.Text;
using System.Text.RegularExpressions;

namespace GeminiGen.Testing;

/// <summary>Takes keys out of what is recorded.</summary>
internal sealed partial class KeyRedaction
{
    private const string Removed = "REMOVED-KEY";
    private const int ShortestSecret = 8;

    private readonly List<string> _secrets = [];

    /// <summary>Collects the secrets of a request: what the test names, and what the request carries as its key.</summary>
    internal static KeyRedaction Of(HttpRequestMessage request, GeminiRecorderOptions options)
    {
        KeyRedaction redaction = new();
        redaction._secrets.AddRange(options.Secrets);
        foreach (string header in new[] { "x-goog-api-key", "Authorization", "api-key" })
        {
            if (request.Headers.TryGetValues(header, out IEnumerable<string>? values))
            {
                redaction._secrets.AddRange(values.Select(static value => value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..] : value));
            }
        }

        Match key = KeyParameter().Match(request.RequestUri?.Query ?? "");
        if (key.Success)
        {
            redaction._secrets.Add(Uri.UnescapeDataString(key.Groups["key"].Value));
        }

        // The longest first: a secret may be part of another one.
        redaction._secrets.RemoveAll(static secret => secret.Length < ShortestSecret);
        redaction._secrets.Sort(static (left, right) => right.Length.CompareTo(left.Length));
        return redaction;
    }

    /// <summary>The path and query of an address without its key.</summary>
    internal string Apply(Uri address)
    {
        string query = KeyParameter().Replace(address.Query, "");
        return Apply(address.AbsolutePath + (query.Length > 0 && query[0] == '&' ? "?" + query[1..] : query));
    }

    /// <summary>A text without keys.</summary>
    internal string Apply(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, Removed, StringComparison.Ordinal);
        }

        if (!KeyShapes.TryFind(text, 0, out KeyMatch match))
        {
            return text;
        }

        StringBuilder redacted = new();
        int start = 0;
        do
        {
            redacted.Append(text, start, match.Start - start).Append(Removed);
            start = match.End;
        }
        while (KeyShapes.TryFind(text, start, out match));

        return redacted.Append(text, start, text.Length - start).ToString();
    }

    [GeneratedRegex(@"[?&]key=(?<key>[^&]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KeyParameter();
}
