using System.Net;
using System.Text;

namespace GeminiGen.Runtime.Tests.Traffic;

/// <summary>A file of <c>Traffic/Cases</c>: what the service sends, byte for byte, and what has to come of it. The folder's README tells how one is written.</summary>
internal sealed record TrafficCase(IReadOnlyList<string> Calls, bool HasFunctions, string Model, IReadOnlyList<TrafficResponse> Responses, string Expected)
{
    private const string Separator = "---";
    private const string Placeholder = "$it";
    private const string UsualModel = "gemini-3.8-flash";

    private static readonly string[] Settings = ["call: ", "of: ", "lines: ", "for: "];

    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Traffic", "Cases");

    /// <summary>The names of the cases; one that stands for several values has each of them behind a colon.</summary>
    internal static IEnumerable<string> Names()
    {
        foreach (string path in Directory.GetFiles(Folder, "*.http").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            string[] values = Values(Sections(name)[1]);
            foreach (string value in values)
            {
                yield return values.Length == 1 ? name : name + ":" + value;
            }
        }
    }

    internal static TrafficCase Load(string name)
    {
        string[] parts = name.Split(':', 2);
        string value = parts.Length > 1 ? parts[1] : "";
        string[] sections = [.. Sections(parts[0]).Select(section => section.Replace(Placeholder, value, StringComparison.Ordinal))];
        string[] lines = sections[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] call = Setting(lines, "call: ").Split(" with ");
        string newline = Setting(lines, "lines: ") switch { "CRLF" => "\r\n", "CR" => "\r", _ => "\n" };
        string expected = string.Concat(lines.Where(line => !Settings.Any(setting => line.StartsWith(setting, StringComparison.Ordinal))).Select(line => line + "\n"));
        return new TrafficCase(
            call[0].Split(" and "), call.Length > 1, Setting(lines, "of: ") is { Length: > 0 } model ? model : UsualModel, [.. sections.Skip(2).Select(section => TrafficResponse.Parse(section, newline))], expected);
    }

    private static string[] Sections(string name)
    {
        List<string> sections = [""];
        foreach (string line in File.ReadLines(Path.Combine(Folder, name + ".http")))
        {
            if (line == Separator)
            {
                sections.Add("");
            }
            else
            {
                sections[^1] += line + "\n";
            }
        }

        return [.. sections];
    }

    private static string[] Values(string expectation) => Setting(expectation.Split('\n'), "for: ").Split(", ");

    private static string Setting(string[] lines, string name)
        => lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..] ?? "";
}

/// <summary>A response of a case.</summary>
internal sealed record TrafficResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    internal static TrafficResponse Parse(string section, string newline)
    {
        int end = section.IndexOf("\n\n", StringComparison.Ordinal);
        string[] head = section[..end].Split('\n');
        int status = int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        return new TrafficResponse(
            status,
            [.. head.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
            Encoding.UTF8.GetBytes(section[(end + 2)..].Replace("\n", newline, StringComparison.Ordinal)));
    }

    internal HttpResponseMessage ToMessage(Func<byte[], Stream> open)
    {
        HttpResponseMessage message = new((HttpStatusCode)Status) { Content = new StreamContent(open(Body)) };
        foreach ((string name, string value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
