var services = new ServiceCollection();
services.AddHttpClient("weather", http => http.BaseAddress = new Uri("https://api.weather.example/")).AddStandardResilienceHandler();
services.AddHttpClient<Guide>(http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/"));
await services.BuildServiceProvider().GetRequiredService<Guide>().PlanAsync("Rome");

class Guide(HttpClient http)
{
    public async Task<string> PlanAsync(string city)
    {
        var response = await http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { city });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
