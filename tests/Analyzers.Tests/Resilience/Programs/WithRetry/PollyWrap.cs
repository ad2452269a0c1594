using Polly;
using Polly.Wrap;

await new Tagger(new HttpClient()).TagAsync("text");

class Tagger
{
    private readonly HttpClient _http;
    private readonly AsyncPolicyWrap<HttpResponseMessage> _safety;

    public Tagger(HttpClient http)
    {
        _http = http;
        var retry = Policy<HttpResponseMessage>.Handle<HttpRequestException>().OrResult(r => (int)r.StatusCode is 429 or 503).WaitAndRetryAsync(3, i => TimeSpan.FromSeconds(i * 2));
        _safety = Policy.WrapAsync(retry, Policy.TimeoutAsync<HttpResponseMessage>(120));
    }

    public Task<HttpResponseMessage> TagAsync(string text) => _safety.ExecuteAsync(ct => _http.PostAsJsonAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new { text }, ct), CancellationToken.None);
}
