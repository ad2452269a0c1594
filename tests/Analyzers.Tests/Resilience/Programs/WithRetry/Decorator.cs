ISummarizer summarizer = new Persistent(new GeminiSummarizer());
Console.WriteLine(await summarizer.SummarizeAsync("text"));

interface ISummarizer { Task<string> SummarizeAsync(string text); }

class GeminiSummarizer : ISummarizer
{
    static readonly HttpClient Http = new();
    public async Task<string> SummarizeAsync(string text)
    {
        using var response = await Http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { text });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}

class Persistent(ISummarizer inner) : ISummarizer
{
    public async Task<string> SummarizeAsync(string text)
    {
        int n = 0;
        while (true)
        {
            try { return await inner.SummarizeAsync(text); }
            catch (HttpRequestException e) when (e.StatusCode != HttpStatusCode.BadRequest && n++ < 3) { await Task.Delay(500 * n); }
        }
    }
}
