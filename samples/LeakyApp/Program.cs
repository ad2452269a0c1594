// A chat in the terminal, as a first draft looks like. Its repaired twin is samples/RepairedApp.
using LeakyApp;

string? apiKey = Environment.GetEnvironmentVariable("GEMINI_API_KEY");
if (apiKey is null)
{
    Console.WriteLine("Set GEMINI_API_KEY first.");
    return 1;
}

var chat = new ChatClient(apiKey);
while (Console.ReadLine() is { Length: > 0 } question)
{
    Console.WriteLine($"about {ChatClient.CountTokens(question)} tokens");
    Console.WriteLine(question[^1] switch
    {
        '?' => await chat.AskAsync(question),
        '!' => await chat.InsistAsync(question),
        _ => await chat.StreamAsync(question),
    });
}

return 0;
