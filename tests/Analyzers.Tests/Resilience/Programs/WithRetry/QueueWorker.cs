using System.Collections.Concurrent;

var queue = new ConcurrentQueue<string>(File.ReadAllLines("prompts.txt"));
using var http = new HttpClient();
while (queue.TryDequeue(out var prompt))
{
    try
    {
        var response = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { prompt });
        response.EnsureSuccessStatusCode();
        Console.WriteLine(await response.Content.ReadAsStringAsync());
    }
    catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests)
    {
        queue.Enqueue(prompt);
        await Task.Delay(TimeSpan.FromSeconds(30));
    }
}
