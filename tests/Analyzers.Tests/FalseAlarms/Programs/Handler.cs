using Anthropic;
using Anthropic.Models.Messages;
using Microsoft.Extensions.Configuration;
using OllamaSharp;

// Two more libraries: one repeats by itself, the other goes through a handler of the project's own.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
var claude = new AnthropicClient { ApiKey = configuration["ANTHROPIC_API_KEY"] };
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(3));
Message message = await claude.Messages.Create(Question("hi"), stop.Token);
Console.WriteLine(message.StopReason);

using var http = new HttpClient(new PatientHandler { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = new Uri("http://localhost:11434"), Timeout = TimeSpan.FromMinutes(5) };
var llama = new OllamaApiClient(http, "llama3.2");
await foreach (var piece in llama.GenerateAsync(new OllamaSharp.Models.GenerateRequest { Model = "llama3.2", Prompt = "Say hi." }, stop.Token))
{
    Console.Write(piece?.Response);
}

static MessageCreateParams Question(string text) => throw new NotImplementedException(text);

internal sealed class PatientHandler : DelegatingHandler
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9)];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        foreach (TimeSpan wait in Waits)
        {
            if (response.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
            {
                break;
            }

            TimeSpan asked = response.Headers.RetryAfter?.Delta ?? wait;
            response.Dispose();
            await Task.Delay(asked, cancellationToken);
            response = await base.SendAsync(request, cancellationToken);
        }

        return response;
    }
}
