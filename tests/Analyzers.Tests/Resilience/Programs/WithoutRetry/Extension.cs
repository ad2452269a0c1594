using var http = new HttpClient();
Console.WriteLine(await http.AskGeminiAsync("hi"));

static class GeminiExtensions
{
    public static async Task<string> AskGeminiAsync(this HttpClient http, string prompt)
    {
        var response = await http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { prompt });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
