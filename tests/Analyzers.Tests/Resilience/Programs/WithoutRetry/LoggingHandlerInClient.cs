var http = new HttpClient(new LoggingHandler(new HttpClientHandler()));
var response = await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"));
Console.WriteLine(response.StatusCode);

class LoggingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine(request.RequestUri);
        var response = await base.SendAsync(request, cancellationToken);
        Console.WriteLine(response.StatusCode);
        return response;
    }
}
