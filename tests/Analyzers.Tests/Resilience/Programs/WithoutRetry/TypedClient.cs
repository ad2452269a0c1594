var services = new ServiceCollection();
services.AddHttpClient<GeminiApi>(http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/"));
await services.BuildServiceProvider().GetRequiredService<GeminiApi>().GenerateAsync("hi");

class GeminiApi
{
    private readonly HttpClient _http;

    public GeminiApi(HttpClient http) => _http = http;

    public async Task<string> GenerateAsync(string prompt)
    {
        var response = await _http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { prompt });
        return await response.Content.ReadAsStringAsync();
    }
}
