using System.Globalization;
using System.Net;
using System.Text;

namespace GeminiGen.Testing;

/// <summary>Writes a report as one HTML page: charts are inline SVG, nothing is loaded and no script runs.</summary>
internal static class EvalHtml
{
    private const int BarWidth = 400;
    private const int BarHeight = 28;
    private const int Bins = 10;

    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:72em;padding:0 1em;color:#1b1b1b;background:#fff}
        table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.4em .6em;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
        .pass{color:#0a6b2d}.fail{color:#a11616}svg text{font:12px system-ui,sans-serif}
        """;

    internal static string Write(EvalReport report)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Encode(report.Name)}</title><style>{Style}</style></head><body>\n<h1>{Encode(report.Name)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p><strong>{Encode(report.PassRate.ToString())}</strong> passed. Intervals are of 95 % confidence (Wilson).</p>\n");
        WriteRates(page, report);
        foreach (string scorer in report.Scorers)
        {
            WriteHistogram(page, report, scorer);
        }

        WriteResults(page, report);
        return page.Append("</body></html>\n").ToString();
    }

    /// <summary>A bar for each score, with its interval as a line.</summary>
    private static void WriteRates(StringBuilder page, EvalReport report)
    {
        (string Name, EvalRate Rate)[] rates = [("all", report.PassRate), .. report.Scorers.Select(scorer => (scorer, report.PassRateOf(scorer)))];
        page.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"Pass rates\" width=\"760\" height=\"{rates.Length * BarHeight}\">\n");
        for (int i = 0; i < rates.Length; i++)
        {
            (string name, EvalRate rate) = rates[i];
            int top = i * BarHeight;
            int middle = top + (BarHeight / 2);
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{middle + 4}\">{Encode(name)}</text><rect x=\"140\" y=\"{top + 4}\" width=\"{BarWidth}\" height=\"20\" fill=\"#eee\"/>");
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"140\" y=\"{top + 4}\" width=\"{rate.Rate * BarWidth:0.#}\" height=\"20\" fill=\"#4c8bf5\"/>");
            page.Append(CultureInfo.InvariantCulture, $"<line x1=\"{140 + (rate.Low * BarWidth):0.#}\" x2=\"{140 + (rate.High * BarWidth):0.#}\" y1=\"{middle}\" y2=\"{middle}\" stroke=\"#1b1b1b\" stroke-width=\"2\"/>");
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{150 + BarWidth}\" y=\"{middle + 4}\">{Encode(rate.ToString())}</text>\n");
        }

        page.Append("</svg>\n");
    }

    /// <summary>How often each tenth of the scale was scored.</summary>
    private static void WriteHistogram(StringBuilder page, EvalReport report, string scorer)
    {
        int[] counts = new int[Bins];
        foreach (EvalResult result in report.Results)
        {
            double value = result.Scores.TryGetValue(scorer, out EvalScore score) ? score.Value : 0;
            counts[Math.Clamp((int)(value * Bins), 0, Bins - 1)]++;
        }

        int most = Math.Max(1, counts.Max());
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(scorer)}: mean {report.MeanOf(scorer):0.000}</h2>\n<svg role=\"img\" aria-label=\"Scores of {Encode(scorer)}\" width=\"{Bins * 40}\" height=\"120\">\n");
        for (int i = 0; i < Bins; i++)
        {
            double height = 90.0 * counts[i] / most;
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{(i * 40) + 2}\" y=\"{100 - height:0.#}\" width=\"36\" height=\"{height:0.#}\" fill=\"#4c8bf5\"><title>{counts[i]}</title></rect>");
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{(i * 40) + 6}\" y=\"116\">{(double)i / Bins:0.0}</text>\n");
        }

        page.Append("</svg>\n");
    }

    private static void WriteResults(StringBuilder page, EvalReport report)
    {
        page.Append("<h2>Cases</h2>\n<table><thead><tr><th>Case</th><th></th><th>Asked</th><th>Expected</th><th>Answered</th><th>Why</th><th>ms</th></tr></thead><tbody>\n");
        foreach (EvalResult result in report.Results.OrderBy(static result => result.IsPass))
        {
            string state = result.IsPass ? "<td class=\"pass\">passed</td>" : "<td class=\"fail\">failed</td>";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(result.Name)}</td>{state}<td>{Encode(result.Input)}</td><td>{Encode(result.Expected)}</td>");
            page.Append(CultureInfo.InvariantCulture, $"<td>{Encode(result.Answer ?? "")}</td><td>{Encode(EvalReport.Reason(result))}</td><td>{result.Duration.TotalMilliseconds:0}</td></tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
