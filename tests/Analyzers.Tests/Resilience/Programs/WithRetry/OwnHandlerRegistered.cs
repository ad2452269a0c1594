var services = new ServiceCollection();
services.AddTransient<PatientHandler>();
services.AddHttpClient<Chat>(http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/")).AddHttpMessageHandler<PatientHandler>();
await services.BuildServiceProvider().GetRequiredService<Chat>().SayAsync("hi");

class PatientHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        for (int attempt = 1; attempt < 5 && ((int)response.StatusCode == 429 || (int)response.StatusCode >= 500); attempt++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken);
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }
}

class Chat(HttpClient http)
{
    public Task<HttpResponseMessage> SayAsync(string text) => http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { text });
}
