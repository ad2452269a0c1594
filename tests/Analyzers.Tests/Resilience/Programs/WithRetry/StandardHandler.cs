var builder = Host.CreateApplicationBuilder();
builder.Services.AddHttpClient<GeminiApi>(http =>
{
    http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/");
    http.DefaultRequestHeaders.Add("x-goog-api-key", builder.Configuration["Gemini:ApiKey"]);
}).AddStandardResilienceHandler(options => options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5));
var app = builder.Build();
Console.WriteLine(await app.Services.GetRequiredService<GeminiApi>().GenerateAsync("hi"));

public class GeminiApi(HttpClient http)
{
    public async Task<string> GenerateAsync(string prompt)
    {
        var response = await http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { prompt });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
