using GeminiDotnet;
using GeminiDotnet.Extensions.AI;
using Polly;

var pipeline = new ResiliencePipelineBuilder<ChatResponse>().AddRetry(new()).Build();
var chat = new GeminiChatClient(new GeminiClientOptions { ApiKey = "" })
    .AsBuilder()
    .UseFunctionInvocation()
    .Use((messages, options, next, ct) => pipeline.ExecuteAsync(async token => await next.GetResponseAsync(messages, options, token), ct).AsTask(), null)
    .Build();
Console.WriteLine(await chat.GetResponseAsync("hi"));
