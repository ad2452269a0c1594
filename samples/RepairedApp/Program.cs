// samples/LeakyApp, repaired: the key goes into a header and is never written out, retries heed what the server says and only what may succeed is repeated,
// answers are judged before they are read, streams tell how they end, and tokens are counted by the estimator.
using GeminiGen;
using RepairedApp;

if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("GEMINI_API_KEY")))
{
    Console.WriteLine("Set GEMINI_API_KEY first.");
    return 1;
}

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancellation.Cancel();
};

using var client = new GeminiClient(new GeminiOptions());
var desk = new ChatDesk(client);
while (Console.ReadLine() is { Length: > 0 } question)
{
    Console.WriteLine($"about {TokenEstimator.Estimate(question)} tokens");
    try
    {
        if (question.EndsWith('?'))
        {
            Console.WriteLine(await desk.AskAsync(question, cancellation.Token));
            continue;
        }

        await foreach (string piece in desk.StreamAsync(question, cancellation.Token))
        {
            Console.Write(piece);
        }

        Console.WriteLine();
    }
    catch (GeminiException exception)
    {
        Console.WriteLine($"No answer: {exception.Message}");
    }
}

return 0;
