using Google.GenAI;

var client = new Client();
var response = await RetryAsync(() => client.Models.GenerateContentAsync("gemini-3.8-flash", "hi"), 3);
Console.WriteLine(response.Text);

static async Task<T> RetryAsync<T>(Func<Task<T>> action, int times)
{
    for (int i = 0; ; i++)
    {
        try { return await action(); }
        catch (Exception) when (i < times) { await Task.Delay(1000 << i); }
    }
}
