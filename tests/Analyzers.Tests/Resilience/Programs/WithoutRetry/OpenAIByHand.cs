await new OpenAiApi(new HttpClient()).CompleteAsync("hi");

class OpenAiApi
{
    private readonly HttpClient _client;

    public OpenAiApi(HttpClient client)
    {
        _client = client;
        _client.BaseAddress = new Uri("https://api.openai.com/v1/");
    }

    public async Task<string> CompleteAsync(string prompt)
    {
        var response = await _client.PostAsJsonAsync("chat/completions", new { model = "gpt-5", messages = new[] { new { role = "user", content = prompt } } });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
