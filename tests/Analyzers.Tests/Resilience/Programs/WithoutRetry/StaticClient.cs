Console.WriteLine(await Gemini.AskAsync("hi"));

static class Gemini
{
    private const string Endpoint = "https://generativelanguage.googleapis.com";
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public static async Task<string> AskAsync(string prompt, string model = "gemini-3.8-flash")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Endpoint}/v1beta/models/{model}:generateContent");
        request.Content = JsonContent.Create(new { contents = new[] { new { parts = new[] { new { text = prompt } } } } });
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
