new ServiceCollection().AddHttpClient().AddTransient<AskController>();

class AskController(HttpClient http, Settings settings)
{
    public async Task<object> PostAsync(string question, CancellationToken token)
    {
        try
        {
            var response = await http.PostAsJsonAsync($"https://generativelanguage.googleapis.com/v1beta/models/{settings.Model}:generateContent", new { question }, token);
            if (!response.IsSuccessStatusCode)
            {
                return "failed with " + response.StatusCode;
            }

            return await response.Content.ReadAsStringAsync(token);
        }
        catch (HttpRequestException e)
        {
            return e.Message;
        }
    }
}

record Settings(string Model);
