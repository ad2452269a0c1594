using var http = new HttpClient();
var response = await http.PostReliablyAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", "{}");
Console.WriteLine(response.StatusCode);

static class ReliableHttp
{
    public static async Task<HttpResponseMessage> PostReliablyAsync(this HttpClient http, string url, string json, CancellationToken cancellationToken = default)
    {
        for (int attempt = 0; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json) };
            var response = await http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode || attempt == 5) return response;
            await Task.Delay(TimeSpan.FromSeconds(attempt + 1), cancellationToken);
        }
    }
}
