using System.Globalization;
using GeminiGen;
using Spectre.Console;

namespace Quickstart;

/// <summary>Prints results. Reads well on a terminal and in a file.</summary>
internal sealed class Report
{
    private readonly Table _usage = new Table().Border(TableBorder.Rounded).Title("Tokens and estimated cost")
        .AddColumn("Call")
        .AddColumn(new TableColumn("Prompt tokens").RightAligned())
        .AddColumn(new TableColumn("Thinking").RightAligned())
        .AddColumn(new TableColumn("Answer").RightAligned())
        .AddColumn(new TableColumn("Cost in USD").RightAligned());

    private decimal _total;

    public static void Heading(string text)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape(text)).LeftJustified());
    }

    public static void Text(string text) => AnsiConsole.Write(new Text(text.TrimEnd() + "\n"));

    public static void Card(DocumentCard card)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        Add("Title", card.Title);
        Add("Kind", card.Kind.ToString());
        Add("Topics", string.Join(", ", card.Topics));
        Add("Author", card.Author ?? "not told");
        Add("Language", card.Facts.Language);
        Add("Reading time", $"{card.Facts.ReadingMinutes} min");
        AnsiConsole.Write(grid);

        void Add(string name, string value) => grid.AddRow(new Text(name), new Text(value));
    }

    public void AddUsage(string call, UsageMetadata usage, decimal? cost)
    {
        _total += cost ?? 0;
        _usage.AddRow(call, Number(usage.PromptTokenCount), Number(usage.ThoughtsTokenCount), Number(usage.CandidatesTokenCount), Price(cost));
    }

    public void Usage(string model)
    {
        _usage.AddRow("Total", "", "", "", Price(_total));
        _usage.Caption($"{model}; prices of the model catalogue");
        AnsiConsole.WriteLine();
        AnsiConsole.Write(_usage);
    }

    private static string Number(int tokens) => tokens.ToString("N0", CultureInfo.InvariantCulture);

    private static string Price(decimal? cost) => cost?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "unknown";
}
