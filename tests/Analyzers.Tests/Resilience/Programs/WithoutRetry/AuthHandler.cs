var services = new ServiceCollection();
services.AddTransient<KeyHandler>();
services.AddHttpClient<Labels>(http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/")).AddHttpMessageHandler<KeyHandler>();
await services.BuildServiceProvider().GetRequiredService<Labels>().FindAsync("cat");

class KeyHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("x-goog-api-key", Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
        return base.SendAsync(request, cancellationToken);
    }
}

class Labels(HttpClient http)
{
    public Task<HttpResponseMessage> FindAsync(string what) => http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { what });
}
