await new MainViewModel().SendAsync();

class MainViewModel
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri("https://generativelanguage.googleapis.com/"), Timeout = TimeSpan.FromMinutes(2) };
    public string Prompt { get; set; } = "";
    public string Answer { get; private set; } = "";
    public bool IsBusy { get; private set; }

    public async Task SendAsync()
    {
        IsBusy = true;
        try
        {
            HttpResponseMessage response;
            int attempt = 0;
            do
            {
                response = await _http.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { Prompt });
                if (response.StatusCode == HttpStatusCode.TooManyRequests) await Task.Delay(2000);
            }
            while (response.StatusCode == HttpStatusCode.TooManyRequests && ++attempt < 4);
            Answer = await response.Content.ReadAsStringAsync();
        }
        finally
        {
            IsBusy = false;
        }
    }
}
