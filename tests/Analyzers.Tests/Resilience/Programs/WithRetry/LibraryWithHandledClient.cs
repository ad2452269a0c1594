using GenerativeAI;

var services = new ServiceCollection();
services.AddHttpClient("gemini").AddStandardResilienceHandler(o => o.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1));
services.AddSingleton(sp => new GenerativeModel("key", "gemini-3.8-flash", httpClient: sp.GetRequiredService<IHttpClientFactory>().CreateClient("gemini")));
services.AddTransient<Rhymes>();
await services.BuildServiceProvider().GetRequiredService<Rhymes>().OnAsync("moon");

class Rhymes(GenerativeModel model)
{
    public async Task<string?> OnAsync(string word) => (await model.GenerateContentAsync("Rhymes on " + word)).Text();
}
