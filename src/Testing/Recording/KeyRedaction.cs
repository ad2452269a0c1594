using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeminiGen.Testing;

/// <summary>Takes keys out of what is recorded.</summary>
internal sealed partial class KeyRedaction
{
    private const string Removed = "REMOVED-KEY";

    // What a request carries as its key is taken for a secret from here on: a local server's "key" is a word like others.
    private const int ShortestKey = 8;

    private readonly Regex? _secrets;

    private KeyRedaction(IReadOnlyCollection<string> secrets)
    {
        // The longest first: a secret may be part of another one.
        string pattern = string.Join('|', secrets.OrderByDescending(static secret => secret.Length).Select(Pattern));
        _secrets = pattern.Length == 0 ? null : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>Collects the secrets of a request: what the test names, and what the request carries as its key.</summary>
    internal static KeyRedaction Of(HttpRequestMessage request, GeminiRecorderOptions options)
    {
        List<string> keys = [];
        foreach (string header in new[] { "x-goog-api-key", "Authorization", "api-key" })
        {
            if (request.Headers.TryGetValues(header, out IEnumerable<string>? values))
            {
                keys.AddRange(values.Select(static value => value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value[7..] : value));
            }
        }

        Match key = KeyParameter().Match(request.RequestUri?.Query ?? "");
        if (key.Success)
        {
            keys.Add(Uri.UnescapeDataString(key.Groups["key"].Value));
        }

        return new KeyRedaction([.. options.Secrets.Where(static secret => !string.IsNullOrWhiteSpace(secret)), .. keys.Where(static key => key.Length >= ShortestKey)]);
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
        text = _secrets?.Replace(text, Removed) ?? text;
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

    /// <summary>A body without keys: the values where it is JSON, whose text stays as it is where there are none.</summary>
    internal string ApplyToBody(string body)
    {
        if (CanonicalJson.TryParse(body) is not { } json)
        {
            return Apply(body);
        }

        JsonNode? redacted = Apply(json);
        return JsonNode.DeepEquals(json, redacted) ? body : RecordedJson.WriteCompact(redacted);
    }

    /// <summary>JSON without keys, as its values are and not as they were escaped.</summary>
    internal JsonNode? Apply(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                JsonObject result = [];
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    result[Apply(member.Key)] = Apply(member.Value);
                }

                return result;
            case JsonArray items:
                return new JsonArray([.. items.Select(Apply)]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(Apply(value.GetValue<string>()));
            case JsonValue value when _secrets?.IsMatch(value.ToJsonString()) == true:
                return JsonValue.Create(Removed);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>A secret as it is, and as addresses, JSON and JSON within JSON escape it.</summary>
    private static string Pattern(string secret)
    {
        StringBuilder pattern = new();
        foreach (Rune rune in secret.EnumerateRunes())
        {
            string text = rune.ToString();
            string escaped = string.Concat(text.Select(static unit => @"\\+u" + ((int)unit).ToString("x4", CultureInfo.InvariantCulture)));
            pattern.Append("(?:").Append(rune.Value == ' ' ? @"\+|" : "").Append(rune.Value switch
            {
                '"' or '/' => @"\\*" + text,
                '\\' => @"\\+(?:u005[cC])?",
                '\n' => @"\n|\\+n",
                '\r' => @"\r|\\+r",
                '\t' => @"\t|\\+t",
                _ => Regex.Escape(text),
            });
            pattern.Append("|(?i:").Append(escaped).Append('|').Append(string.Concat(Encoding.UTF8.GetBytes(text).Select(static value => "%" + value.ToString("x2", CultureInfo.InvariantCulture)))).Append("))");
        }

        return pattern.ToString();
    }

    [GeneratedRegex(@"[?&]key=(?<key>[^&]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex KeyParameter();
}
