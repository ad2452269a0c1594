using Polly;

var services = new ServiceCollection();
services.AddHttpClient<Critic>(c => c.BaseAddress = new Uri("https://generativelanguage.googleapis.com/")).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) }));
await services.BuildServiceProvider().GetRequiredService<Critic>().JudgeAsync("film");

class Critic(HttpClient http)
{
    public async Task<bool> JudgeAsync(string film) => (await http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { film })).IsSuccessStatusCode;
}
