await new Poster().PostAsync("{}", 3);

class Poster
{
    private readonly HttpClient _http = new HttpClient();

    public async Task<string> PostAsync(string json, int left)
    {
        var response = await _http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent(json));
        if (!response.IsSuccessStatusCode && left > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            return await PostAsync(json, left - 1);
        }

        return await response.Content.ReadAsStringAsync();
    }
}
