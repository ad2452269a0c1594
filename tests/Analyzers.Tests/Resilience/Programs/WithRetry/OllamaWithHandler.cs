using OllamaSharp;

var http = new HttpClient(new Again(new HttpClientHandler())) { BaseAddress = new Uri("http://localhost:11434") };
IChatClient chat = new OllamaApiClient(http, "gemma3");
Console.WriteLine(await chat.GetResponseAsync("hi"));

class Again(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
    }
}
