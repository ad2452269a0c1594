using System.Globalization;
using System.Text;

namespace GeminiGen.Testing;

/// <summary>Writes a report as Markdown.</summary>
internal static class EvalMarkdown
{
    private const int LongestCell = 200;

    internal static string Write(EvalReport report)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        StringBuilder text = new();
        text.Append(culture, $"# {Escape(report.Name)}\n\n**{report.PassRate}** passed.\n");
        if (report.Usage.TotalTokenCount > 0)
        {
            text.Append(culture, $"\n{report.Usage.TotalTokenCount} tokens{(report.Cost is { } cost ? string.Create(culture, $", {cost:0.######} USD") : "")}.\n");
        }

        text.Append("\n| Score | Passed | Mean |\n|---|---|---|\n");
        foreach (string scorer in report.Scorers)
        {
            text.Append(culture, $"| {Escape(scorer)} | {report.PassRateOf(scorer)} | {report.MeanOf(scorer):0.000} |\n");
        }

        EvalResult[] failed = [.. report.Results.Where(static result => !result.IsPass)];
        if (failed.Length > 0)
        {
            text.Append("\n## Failed\n\n| Case | Asked | Expected | Answered | Why |\n|---|---|---|---|---|\n");
            foreach (EvalResult result in failed)
            {
                text.Append(culture, $"| {Escape(result.Name)} | {Escape(result.Input)} | {Escape(result.Expected)} | {Escape(result.Answer ?? "")} | {Escape(EvalReport.Reason(result))} |\n");
            }
        }

        return text.ToString();
    }

    // What a model says is shown and never done: no picture is loaded, no link made, no cell ended.
    private static string Escape(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        StringBuilder escaped = new();
        foreach (char c in line.AsSpan(0, Math.Min(line.Length, LongestCell)))
        {
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '|' or '`' or '*' or '_' or '[' or ']' or '!' or '~' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return line.Length <= LongestCell ? escaped.ToString() : escaped.Append('…').ToString();
    }
}
