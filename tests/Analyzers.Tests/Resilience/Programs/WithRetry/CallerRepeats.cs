await new Job(new Model()).RunAsync();

class Model
{
    private readonly HttpClient _http = new();

    public async Task<string> AskAsync(string text)
    {
        var response = await _http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { text });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}

class Job(Model model)
{
    public async Task RunAsync()
    {
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                Console.WriteLine(await model.AskAsync("hi"));
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(attempt * 3000);
            }
        }
    }
}
