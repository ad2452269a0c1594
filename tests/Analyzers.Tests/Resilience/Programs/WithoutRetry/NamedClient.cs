var services = new ServiceCollection();
services.AddHttpClient("gemini", http => { http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/"); http.Timeout = TimeSpan.FromMinutes(1); });
services.AddSingleton<Chat>();
await services.BuildServiceProvider().GetRequiredService<Chat>().SayAsync("hi");

class Chat(IHttpClientFactory factory)
{
    public async Task<string> SayAsync(string text)
    {
        var http = factory.CreateClient("gemini");
        var response = await http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { text });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
