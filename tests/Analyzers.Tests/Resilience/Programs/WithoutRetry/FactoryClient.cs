var services = new ServiceCollection();
services.AddHttpClient();
services.AddScoped<ISummaries, Summaries>();
await services.BuildServiceProvider().GetRequiredService<ISummaries>().OfAsync("text");

interface ISummaries { Task<string> OfAsync(string text); }

class Summaries : ISummaries
{
    private readonly IHttpClientFactory _factory;

    public Summaries(IHttpClientFactory factory) { _factory = factory; }

    public async Task<string> OfAsync(string text)
    {
        using var client = _factory.CreateClient();
        var response = await client.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { text });
        return await response.Content.ReadAsStringAsync();
    }
}
