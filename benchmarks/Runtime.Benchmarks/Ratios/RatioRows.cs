namespace GeminiGen.Benchmarks.Ratios;

/// <summary>The rows of the table, by the id that <c>--only</c> takes.</summary>
internal sealed class RatioRows(BenchmarkHost host)
{
    private const int Calls = 250;
    private const int Streams = 100;
    private const int LargeCalls = 10;

    /// <summary>All rows in the order of printing.</summary>
    internal IEnumerable<(string Id, RatioRow Row)> All =>
    [
        ("noise", new RatioRow("the floor against itself: what a ratio is worth here", FloorText, FloorText, Calls)),
        ("text", new RatioRow("text call", FloorText, Text, Calls)),
        ("text-bare", new RatioRow("text call; floor without time limit, redirects, cookies", BareFloorText, Text, Calls)),
        ("text-result", new RatioRow("text call giving PromptResult (usage, model version)", FloorText, TextResult, Calls)),
        ("text-di", new RatioRow("text call from IHttpClientFactory; plain floor", FloorText, FactoryText, Calls)),
        ("text-di-floor", new RatioRow("text call from IHttpClientFactory; floor from it too", FactoryFloorText, FactoryText, Calls)),
        ("typed", new RatioRow("typed call, 6 fields", FloorCard, Card, Calls)),
        ("conversation", new RatioRow("text call after a history of 20 turns", FloorTalk, Talk, Calls)),
        ("stream", new RatioRow("stream of 100 chunks", FloorStream, Stream, Streams)),
        ("stream-uneven", new RatioRow("stream of 100 chunks, no two of one shape", FloorUneven, Uneven, Streams)),
        ("large", new RatioRow("text call with an argument of 1 MB", FloorLarge, Large, LargeCalls)),
        ("refit", new RatioRow("for scale: Refit, text call", FloorText, RefitText, Calls)),
    ];

    private Task<string> FloorText() => host.Floor.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> BareFloorText() => host.BareFloor.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> Text() => host.Text.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<PromptResult<string>> TextResult() => host.Text.SummarizeResultAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> FactoryFloorText() => host.FactoryFloor.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> FactoryText() => host.FactoryText.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> RefitText() => host.Refit.SummarizeAsync(BenchmarkPrompts.Document, 3, host.Token);

    private Task<DocumentCard> FloorCard() => host.Floor.DescribeAsync(BenchmarkPrompts.Document, host.Token);

    private Task<DocumentCard> Card() => host.Card.DescribeAsync(BenchmarkPrompts.Document, host.Token);

    private Task<string> FloorTalk() => host.Floor.ChatAsync([.. BenchmarkPrompts.History], BenchmarkPrompts.Document, 3, host.Token);

    private Task<string> Talk() => host.Talk.SummarizeAsync(host.History.Fork(), BenchmarkPrompts.Document, 3, host.Token);

    private Task FloorStream() => DrainAsync(host.Floor.AskAsync(BenchmarkPrompts.Document, 3, host.Token));

    private Task Stream() => DrainAsync(host.Text.StreamSummary(BenchmarkPrompts.Document, 3, host.Token));

    private Task FloorUneven() => DrainAsync(host.Floor.AskUnevenAsync(BenchmarkPrompts.Document, 3, host.Token));

    private Task Uneven() => DrainAsync(host.Uneven.StreamSummary(BenchmarkPrompts.Document, 3, host.Token));

    private Task<string> FloorLarge() => host.Floor.SummarizeAsync(BenchmarkPrompts.LargeDocument, 3, host.Token);

    private Task<string> Large() => host.Text.SummarizeAsync(BenchmarkPrompts.LargeDocument, 3, host.Token);

    private static async Task DrainAsync(IAsyncEnumerable<string> stream)
    {
        await foreach (string _ in stream.ConfigureAwait(false))
        {
        }
    }
}
