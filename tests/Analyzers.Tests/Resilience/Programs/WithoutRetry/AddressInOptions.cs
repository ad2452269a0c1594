var service = new Facts(new GeminiSettings());
Console.WriteLine(await service.AboutAsync("bees"));

class GeminiSettings
{
    public string Endpoint { get; set; } = "https://generativelanguage.googleapis.com/v1beta";
    public string Model { get; set; } = "gemini-3.8-flash";
}

class Facts(GeminiSettings settings)
{
    private readonly HttpClient _http = new();

    public async Task<string> AboutAsync(string what)
    {
        var response = await _http.PostAsJsonAsync($"{settings.Endpoint}/models/{settings.Model}:generateContent", new { what });
        return await response.Content.ReadAsStringAsync();
    }
}
