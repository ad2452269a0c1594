using Polly;
using Polly.Registry;

var registry = new PolicyRegistry { ["model"] = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(5, i => TimeSpan.FromSeconds(1 << i)) };
Console.WriteLine(await new Summary(registry).OfAsync("text"));

class Summary(IReadOnlyPolicyRegistry<string> policies)
{
    static readonly HttpClient Http = new() { BaseAddress = new Uri("https://generativelanguage.googleapis.com/") };

    public Task<string> OfAsync(string text) => policies.Get<IAsyncPolicy>("model").ExecuteAsync(async () =>
    {
        using var response = await Http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { text });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    });
}
