await new Importer { MaxRetries = 3 }.ImportAsync("text");

class Importer
{
    private readonly HttpClient _http = new();
    public int MaxRetries { get; set; }
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    // TODO: retry on 429
    public async Task<string> ImportAsync(string text)
    {
        var response = await _http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { text });
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException("no answer");
        return await response.Content.ReadAsStringAsync();
    }
}
