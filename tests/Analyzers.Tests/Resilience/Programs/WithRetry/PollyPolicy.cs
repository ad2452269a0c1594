using Polly;

var answer = await new Writer().WriteAsync("a poem");
Console.WriteLine(answer);

class Writer
{
    private static readonly HttpClient Http = new();
    private static readonly IAsyncPolicy<HttpResponseMessage> Policy = Polly.Policy
        .HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests || (int)r.StatusCode >= 500)
        .WaitAndRetryAsync(4, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)));

    public async Task<string> WriteAsync(string about)
    {
        var response = await Policy.ExecuteAsync(() => Http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { contents = about }));
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
