using Google.GenAI;

var agent = new Agent();
Console.WriteLine(await agent.RunAsync("book a table"));

class Agent
{
    private readonly Client _client = new();

    public async Task<string> RunAsync(string task)
    {
        string state = task;
        for (int step = 0; step < 10; step++)
        {
            var response = await _client.Models.GenerateContentAsync("gemini-3.8-flash", state);
            if (response.Text is { } text && text.StartsWith("DONE", StringComparison.Ordinal))
            {
                return text;
            }

            state += response.Text + Environment.NewLine;
        }

        return state;
    }
}
