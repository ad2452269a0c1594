using Polly;
using Polly.Extensions.Http;

var services = new ServiceCollection();
services.AddHttpClient("ai").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(m => m.StatusCode == HttpStatusCode.TooManyRequests).WaitAndRetryAsync(3, i => TimeSpan.FromSeconds(i)));
services.AddSingleton<Bot>();
await services.BuildServiceProvider().GetRequiredService<Bot>().ReplyAsync("hello");

class Bot(IHttpClientFactory factory)
{
    public async Task<string> ReplyAsync(string text)
    {
        using var http = factory.CreateClient("ai");
        var answer = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { contents = text });
        return await answer.Content.ReadAsStringAsync();
    }
}
