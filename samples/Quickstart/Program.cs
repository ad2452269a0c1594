// Three prompts over one document, through the class generated for IDocumentDesk.
// Usage: dotnet run --project samples/Quickstart [-- file [question]]
using GeminiGen;
using GeminiGen.Emulator;
using Quickstart;

if (args is ["-h" or "--help" or "-?", ..] or [_, _, _, ..])
{
    bool asked = args.Length < 3;
    await (asked ? Console.Out : Console.Error).WriteLineAsync("Usage: dotnet run --project samples/Quickstart [-- file [question]]; a question of several words stands in quotes.");
    return asked ? 0 : 1;
}

string question = args switch
{
    [_, var asked, ..] => asked,
    [_] => "What is it about, and who is it for?",
    _ => "What does the emulator need?",
};

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

try
{
    // With a key in GEMINI_API_KEY this talks to the real API; without one, to an emulator in this process.
    bool real = !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
    await using GeminiEmulator? emulator = real ? null : await GeminiEmulator.StartAsync(new GeminiEmulatorOptions { ChunkDelay = TimeSpan.FromMilliseconds(40) });
    Console.WriteLine(real
        ? $"Using the Gemini API at {Environment.GetEnvironmentVariable("GOOGLE_GEMINI_BASE_URL") ?? "generativelanguage.googleapis.com"}, with the key in GEMINI_API_KEY."
        : "Using the emulator in this process: no key, no network, no model. Set GEMINI_API_KEY to use the real Gemini API.");

    string path = DocumentFile.Find(args);
    string document = DocumentFile.Read(path);
    Console.WriteLine($"Reading {Path.GetFullPath(path)} ({document.Length:N0} characters).");

    // What is left null here, the client takes from the environment.
    using var client = new GeminiClient(new GeminiOptions { ApiKey = emulator?.ApiKey, BaseAddress = emulator?.BaseAddress });
    var desk = new DocumentDesk(client);
    var report = new Report();

    PromptResult<string> summary = await desk.SummarizeAsync(document, cancellationToken: cancellation.Token);
    Report.Heading("Summary");
    Report.Text(summary.Value);
    report.AddUsage("Summary (text)", summary.Usage, summary.Cost);

    PromptResult<DocumentCard> card = await desk.DescribeAsync(document, cancellation.Token);
    Report.Heading("Card");
    Report.Card(card.Value);
    report.AddUsage("Card (typed)", card.Usage, card.Cost);

    Report.Heading(question);
    PromptStream<string> answer = desk.AnswerAsync(question, document, cancellation.Token);
    int pieces = 0;
    await foreach (string piece in answer)
    {
        Console.Write(piece);
        pieces++;
    }

    PromptCompletion completion = await answer.Completion;
    Console.WriteLine($"{Environment.NewLine}(arrived in {pieces} pieces)");
    report.AddUsage("Answer (stream)", completion.Usage, completion.Cost);
    report.Usage(completion.ModelVersion ?? completion.Model);
    return 0;
}
catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Cancelled.");
    return 130;
}
catch (Exception exception) when (exception is GeminiException or IOException)
{
    await Console.Error.WriteLineAsync($"error: {exception.Message.ReplaceLineEndings(" ")}");
    return 1;
}
