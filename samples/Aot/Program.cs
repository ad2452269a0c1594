using AotSample;
using GeminiGen;
using Microsoft.Extensions.DependencyInjection;

// Every kind of answer through generated code in a native executable. The address and the key come from GOOGLE_GEMINI_BASE_URL and GEMINI_API_KEY.
const string Document = """
    Harbour Report, spring edition. Written by Mara Lindt in Bergen.
    The harbour handled 1,204 ships, and the new crane cut waiting times from nine hours to four. Dredging begins in May. 12 pages.
    """;

using GeminiClient client = new(new GeminiOptions());
var desk = new DocumentDesk(client);
var checks = new CheckList();

await checks.RunAsync("text", async () =>
{
    string summary = await desk.SummarizeAsync(Document);
    CheckList.Require(summary.Length > 0, "a text");
    return summary;
});

await checks.RunAsync("typed", async () =>
{
    PromptResult<DocumentCard> result = await desk.DescribeAsync(Document, new DateOnly(2026, 11, 2));
    DocumentCard card = result.Value;
    CheckList.Require(card.Title.Length > 0 && card.Topics.Count > 0 && card.Sender.Name.Length > 0, "every member filled");
    CheckList.Require(result.Outcome == PromptOutcome.Complete && result.Usage.TotalTokenCount > 0, "a complete answer with its usage");
    CheckList.Require(result.Cost > 0, "a cost");
    return $"{card} for {result.Cost} USD";
});

await checks.RunAsync("flags, dictionary, annotations, cases", async () =>
{
    PromptResult<Review> result = await desk.ReviewAsync(Document);
    CheckList.Require(result.Violations.Count == 0, "no violations");
    Review review = result.Value;
    CheckList.Require(review.Counts.Count > 0 && review.Stars is >= 1 and <= 5 && review.Code.Length == 3, "every rule kept");
    CheckList.Require(review.Next is FileStep or AskStep, "one of the cases");
    return review.ToString();
});

await checks.RunAsync("value or nothing", async () => (await desk.ReviewOrNothingAsync(Document))?.ToString() ?? "nothing");

await checks.RunAsync("enum", async () => (await desk.ClassifyAsync(Document)).ToString());

await checks.RunAsync("a type that contains itself", async () =>
{
    Heading outline = await desk.OutlineAsync(Document);
    int below = outline.Below?.Count ?? -1;
    CheckList.Require(outline.Title.Length > 0 && below >= 0, "a heading and those below it");
    return $"{outline.Title} with {below} below";
});

await checks.RunAsync("list", async () =>
{
    List<string> topics = await desk.ListTopicsAsync(Document);
    CheckList.Require(topics.Count > 0, "topics");
    return string.Join(", ", topics);
});

await checks.RunAsync("stream", async () =>
{
    PromptStream<string> stream = desk.AnswerAsync(Document, "When does dredging begin?");
    int pieces = 0;
    await foreach (string piece in stream)
    {
        pieces++;
    }

    PromptCompletion completion = await stream.Completion;
    CheckList.Require(pieces > 0 && completion.Usage.TotalTokenCount > 0, "pieces and their usage");
    return $"{pieces} pieces, {completion.Usage.TotalTokenCount} tokens";
});

await checks.RunAsync("stream of items", async () =>
{
    PromptStream<Sender> stream = desk.StreamSendersAsync(Document);
    List<Sender> senders = [];
    await foreach (Sender sender in stream)
    {
        senders.Add(sender);
    }

    CheckList.Require(senders.Count > 0 && (await stream.Completion).FinishReason == FinishReason.Stop, "items, then the end");
    return string.Join(", ", senders);
});

await checks.RunAsync("snapshots", async () =>
{
    int snapshots = 0;
    DocumentCard? card = null;
    await foreach (DocumentCardSnapshot snapshot in desk.WatchAsync(Document))
    {
        snapshots++;
        card = snapshot.Complete;
    }

    CheckList.Require(snapshots > 1 && card is { Title.Length: > 0 }, "a picture that grows, then the whole");
    return $"{snapshots} snapshots of {card}";
});

await checks.RunAsync("template", () => desk.CompareAsync([new Sender("Mara Lindt", null), new Sender("Jon Berg", null)], strict: true));

await checks.RunAsync("prompt file", () => desk.WriteLetterAsync(Document));

await checks.RunAsync("media", () => desk.LookAsync(Media.FromBytes(Convert.FromBase64String(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))));

await checks.RunAsync("conversation", async () =>
{
    Conversation conversation = new();
    await desk.ChatAsync(conversation, "The harbour is in Bergen.");
    Conversation restored = Conversation.Parse(conversation.ToJson());
    string answer = await desk.ChatAsync(restored, "Where is it?");
    CheckList.Require(conversation.Turns.Count == 2 && restored.Turns.Count == 4, "the turns of both calls");
    return answer;
});

await checks.RunAsync("conversations by key", async () =>
{
    ServiceCollection services = new();
    services.AddGeminiGen().AddHarbourDesk().AddKeyedConversations(options => options.Trimming = new ConversationTrimming { MaxTokens = 10_000 });
    await using ServiceProvider provider = services.BuildServiceProvider();
    IHarbourDesk harbour = provider.GetRequiredService<IHarbourDesk>();
    await harbour.ChatAsync("ann", "The harbour is in Bergen.");
    string answer = await harbour.ChatAsync("ann", "Where is it?");
    Conversation kept = await provider.GetRequiredService<KeyedConversations>().GetAsync("ann");
    CheckList.Require(kept.Turns.Count == 4, "the turns of both calls");
    return answer;
});

await checks.RunAsync("a history by key that is summed up", async () =>
{
    HarbourDesk summaries = new(client, new KeyedConversations());
    KeyedConversations histories = new(new InMemoryConversationStore(), new ConversationTrimming { MaxTokens = 400, SummarizeWithUsage = summaries.SumUpAsync });
    HarbourDesk harbour = new(client, histories);
    for (int day = 1; day <= 8; day++)
    {
        await harbour.ChatAsync("bo", $"Day {day}. {Document}");
    }

    Conversation kept = await histories.GetAsync("bo");
    CheckList.Require(kept.Turns.Any(static turn => turn.IsSummary) && kept.Turns.Count < 16, "a summary in place of the oldest turns");
    return $"{kept.Turns.Count} turns";
});

await checks.RunAsync("grounding", async () =>
{
    HarbourDesk harbour = new(client, new KeyedConversations());
    PromptResult<string> result = await harbour.SearchAsync("How many ships does the harbour of Bergen handle?");
    PromptGrounding grounding = result.Grounding!;
    CheckList.Require(grounding.Sources.Count > 0 && grounding.SearchEntryPoint is not null, "sources and the search's own link");
    CheckList.Require(grounding.Supports.All(support => result.Value[support.Range] == support.Text), "supports at their places in the answer");
    PromptStream<string> stream = harbour.ComputeAsync("What is 6 times 7? See https://example.com/table.");
    await foreach (string piece in stream)
    {
    }

    PromptGrounding computed = (await stream.Completion).Grounding!;
    CheckList.Require(computed.Code.Count > 0 && computed.Urls.Count > 0, "code and pages");
    return $"{grounding.Sources.Count} sources, {computed.Code.Count} programs, {computed.Urls.Count} pages";
});

await checks.RunAsync("tools", async () =>
{
    using HttpClient http = new(new FirstAnswer("""
        {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"id":"1","name":"Strike","args":{"hour":15,"marks":["Clear","Short"]}}}]},"finishReason":"STOP"}]}
        """));
    using GeminiClient calling = new(new GeminiOptions(), http);
    PromptResult<string> result = await new ClockDesk(calling).AskAsync("What does the clock do at three?");
    CheckList.Require(result.Value.Contains("""{"times":3,"marks":["Clear","Short"]}""", StringComparison.Ordinal), "an answer from the function's result");
    return result.Value;
});

await checks.RunAsync("tools known at run time", async () =>
{
    using HttpClient http = new(new FirstAnswer("""
        {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"id":"1","name":"Strike","args":{"hour":12}}}]},"finishReason":"STOP"}]}
        """));
    using GeminiClient calling = new(new GeminiOptions(), http);
    ToolSet tools = ClockworkToolSet.Create();
    PromptResult<string> result = await new ClockDesk(calling).AskWithAsync("What does the clock do at noon?", tools);
    CheckList.Require(tools[0].ResultSchema is not null && result.ToolCalls is [{ Error: null }], "a call of the function");
    CheckList.Require(result.Value.Contains("""{"times":12,"marks":[]}""", StringComparison.Ordinal), "an answer from the function's result");
    return result.Value;
});

await checks.RunAsync("annotations of arguments", async () =>
{
    using HttpClient http = new(new FirstAnswer("""
        {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"id":"1","name":"Strike","args":{"hour":25}}}]},"finishReason":"STOP"}]}
        """));
    using GeminiClient calling = new(new GeminiOptions(), http);
    ClockDesk clock = new(calling);
    try
    {
        await clock.AskAsync(new string('?', 201));
        throw new InvalidOperationException("Expected the question to be refused.");
    }
    catch (ArgumentException e)
    {
        CheckList.Require(e.ParamName == "question", "the argument's name");
    }

    PromptResult<string> result = await clock.AskAsync("What does the clock do at twenty-five?");
    CheckList.Require(result.ToolCalls[0].Response!.Contains("$.hour must be at most 23", StringComparison.Ordinal), "the bound told to the model");
    return result.ToolCalls[0].Response!;
});

await checks.RunAsync("embeddings", async () =>
{
    ReadOnlyMemory<float>[] vectors = await desk.EmbedAsync(["The harbour's new crane", "The crane of the harbour"]);
    CheckList.Require(vectors is [{ Length: 256 }, { Length: 256 }], "two vectors of 256 numbers");
    return $"{vectors[0].Length} numbers, the first {vectors[0].Span[0]}";
});

await checks.RunAsync("dependency injection", async () =>
{
    var services = new ServiceCollection();
    services.AddGeminiGen(static options => options.DefaultModel = GeminiModels.Gemini35FlashLite).AddDocumentDesk();
    await using ServiceProvider provider = services.BuildServiceProvider();
    return await provider.GetRequiredService<IDocumentDesk>().SummarizeAsync(Document, sentences: 1);
});

await checks.RunAsync("refused model", async () =>
{
#pragma warning disable GG4015 // The slip of the pen is what is checked.
    using GeminiClient other = new(new GeminiOptions { Models = { ["IDocumentDesk"] = "gemini-3.8-flsh" } });
#pragma warning restore GG4015
    try
    {
        await new DocumentDesk(other).SummarizeAsync(Document);
        throw new InvalidOperationException("Expected the model to be refused.");
    }
    catch (GeminiModelNotFoundException e)
    {
        CheckList.Require(e.NearestModel == GeminiModels.Gemini38Flash, "the nearest model");
        return $"{e.NearestModel} was meant";
    }
});

Console.WriteLine($"{checks.Passed} passed, {checks.Failed} failed");
return checks.Failed == 0 ? 0 : 1;
