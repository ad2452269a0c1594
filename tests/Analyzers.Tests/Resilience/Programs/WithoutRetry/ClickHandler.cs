new MainPage().OnClicked(null, EventArgs.Empty);

class MainPage
{
    private static readonly HttpClient _http = new();
    private string _label = "";

    public async void OnClicked(object? sender, EventArgs e)
    {
        try
        {
            var json = await _http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent?key=" + Secrets.Key, new StringContent("{}"));
            _label = await json.Content.ReadAsStringAsync();
        }
        catch (Exception ex)
        {
            _label = ex.Message;
        }
    }
}

static class Secrets { public static string Key => Environment.GetEnvironmentVariable("KEY") ?? ""; }
