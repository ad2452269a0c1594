var services = new ServiceCollection();
services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1)));
services.AddHttpClient<Labels>(http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/"));
await services.BuildServiceProvider().GetRequiredService<Labels>().FindAsync("cat.png");

class Labels(HttpClient http)
{
    public Task<HttpResponseMessage> FindAsync(string path) => http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { path });
}
