using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Status;

/// <summary>Writes the pages: plain HTML with its style in it, readable without scripts and without a network.</summary>
internal static class StatusPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
        body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
        th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #8884; vertical-align: top }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
        code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere }
        pre { padding: .8rem; background: #8881; border-radius: .4rem; white-space: pre-wrap }
        .refused { color: #c33 }
        .quiet { color: #888 }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string List(
        string address, int received, IReadOnlyList<ObservedCall> calls, IReadOnlyList<QuotaUsage> quotas, IReadOnlyList<(EmulatorFault Fault, int? Left)> faults)
    {
        var html = new StringBuilder();
        html.Append(Invariant($"<h1>Gemini emulator</h1><p>At <code>{Text(address)}</code>. {received} requests so far; the last {calls.Count} are here.</p>"));
        AppendCalls(html, calls);
        AppendQuotas(html, quotas);
        AppendFaults(html, faults);
        return Page("Gemini emulator", html);
    }

    public static string Call(ObservedCall call, Secrets secrets)
    {
        var html = new StringBuilder();
        html.Append(Invariant($"<p><a href=\"/status\">All calls</a></p><h1>Call {call.Number}</h1>"));
        html.Append(Invariant($"<p><code>{Text(call.Method)} {Text(call.Path)}</code></p><table>"));
        AppendFact(html, "Status", call.IsOver ? Invariant($"{call.Status}, {call.Ending}") : "running");
        AppendFact(html, "Received", call.ReceivedAt.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture));
        AppendFact(html, "Took", Milliseconds(call));
        AppendFact(html, "Model", call.Model ?? "");
        AppendFact(html, "Tokens", Tokens(call));
        AppendFact(html, "Script", call.Fault ?? "");
        html.Append("</table>");
        AppendBody(html, "Request", secrets.Without(Pretty(call.RequestText)), call.RequestBytes);
        if (call.IsOver)
        {
            AppendBody(html, "Response", secrets.Without(Pretty(call.ResponseText)), call.Body.Sent);
        }

        return Page(Invariant($"Call {call.Number}"), html);
    }

    public static string Missing(string number)
    {
        var html = new StringBuilder();
        html.Append(Invariant($"<p><a href=\"/status\">All calls</a></p><h1>No call {Text(number)}</h1><p>It is not among the last calls.</p>"));
        return Page("No such call", html);
    }

    private static void AppendCalls(StringBuilder html, IReadOnlyList<ObservedCall> calls)
    {
        if (calls.Count == 0)
        {
            html.Append("<p class=\"quiet\">No calls yet.</p>");
            return;
        }

        html.Append("<table id=\"calls\"><tr><th class=\"number\">#</th><th>Received (UTC)</th><th>Request</th><th class=\"number\">Status</th><th class=\"number\">Tokens in, out</th><th class=\"number\">Took</th><th>Script</th></tr>");
        foreach (ObservedCall call in calls)
        {
            string mark = call.Status >= 400 ? " class=\"refused\"" : "";
            html.Append(Invariant($"<tr{mark}><td class=\"number\"><a href=\"/status/{call.Number}\">{call.Number}</a></td><td>{call.ReceivedAt.UtcDateTime:HH:mm:ss.fff}</td>"));
            html.Append(Invariant($"<td><code>{Text(call.Method)} {Text(call.Path)}</code></td><td class=\"number\">{(call.IsOver ? Invariant($"{call.Status}") : "running")}</td><td class=\"number\">{Text(Tokens(call))}</td>"));
            html.Append(Invariant($"<td class=\"number\">{Milliseconds(call)}</td><td>{Text(call.Fault ?? "")}</td></tr>"));
        }

        html.Append("</table>");
    }

    private static void AppendQuotas(StringBuilder html, IReadOnlyList<QuotaUsage> quotas)
    {
        if (quotas.Count == 0)
        {
            return;
        }

        html.Append("<h2>Quotas</h2><table id=\"quotas\"><tr><th>Project</th><th>Model</th><th class=\"number\">Requests a minute</th><th class=\"number\">Input tokens a minute</th><th class=\"number\">Requests a day</th></tr>");
        foreach (QuotaUsage usage in quotas)
        {
            html.Append(Invariant($"<tr><td>{Text(usage.Project)}</td><td>{Text(usage.Model)}</td><td class=\"number\">{Figure(usage.RequestsThisMinute, usage.Limits.RequestsPerMinute)}</td>"));
            html.Append(Invariant($"<td class=\"number\">{Figure(usage.InputTokensThisMinute, usage.Limits.InputTokensPerMinute)}</td><td class=\"number\">{Figure(usage.RequestsToday, usage.Limits.RequestsPerDay)}</td></tr>"));
        }

        html.Append("</table>");
    }

    private static void AppendFaults(StringBuilder html, IReadOnlyList<(EmulatorFault Fault, int? Left)> faults)
    {
        if (faults.Count == 0)
        {
            return;
        }

        html.Append("<h2>Script</h2><table id=\"faults\"><tr><th>What happens</th><th class=\"number\">Calls left</th></tr>");
        foreach ((EmulatorFault fault, int? left) in faults)
        {
            html.Append(Invariant($"<tr><td>{Text(fault.ToString())}</td><td class=\"number\">{(left is { } calls ? Invariant($"{calls}") : "every one")}</td></tr>"));
        }

        html.Append("</table>");
    }

    private static void AppendFact(StringBuilder html, string name, string value)
    {
        if (value.Length > 0)
        {
            html.Append(Invariant($"<tr><th>{name}</th><td>{Text(value)}</td></tr>"));
        }
    }

    private static void AppendBody(StringBuilder html, string title, string text, long bytes)
    {
        string more = bytes > ObservedCall.KeptBytes ? Invariant($" <span class=\"quiet\">the first {ObservedCall.KeptBytes} are shown</span>") : "";
        html.Append(Invariant($"<h2>{title}</h2><p class=\"quiet\">{bytes} bytes{more}</p><pre id=\"{title.ToLowerInvariant()}\">{Text(text)}</pre>"));
    }

    /// <summary>JSON with line breaks, and anything else as it is.</summary>
    private static string Pretty(string text)
    {
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(text), Indented);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string Tokens(ObservedCall call) =>
        call.IsOver && call.Usage is { } usage ? Invariant($"{usage.Prompt}, {usage.Candidates + usage.Thoughts}")
        : call.Model is not null ? Invariant($"{call.InputTokens}, 0")
        : "";

    private static string Milliseconds(ObservedCall call) => call.IsOver ? Invariant($"{call.Duration.TotalMilliseconds:0.0} ms") : "";

    private static string Figure(long used, int? limit) => limit is { } most ? Invariant($"{used} of {most}") : Invariant($"{used}");

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Page(string title, StringBuilder body) => Invariant(
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(title)}</title><style>{Style}</style></head><body>{body}</body></html>");
}
