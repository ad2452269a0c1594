var http = new HttpClient();
var text = await Careful.RunAsync(async () =>
{
    var response = await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"));
    response.EnsureSuccessStatusCode();
    return await response.Content.ReadAsStringAsync();
});
Console.WriteLine(text);

static class Careful
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var wait = TimeSpan.FromSeconds(1);
        for (int n = 0; n < 4; n++)
        {
            try { return await work(); }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests || e.StatusCode == HttpStatusCode.ServiceUnavailable) { await Task.Delay(wait); wait *= 2; }
        }

        return await work();
    }
}
