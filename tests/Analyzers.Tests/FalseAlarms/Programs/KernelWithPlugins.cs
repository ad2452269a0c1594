using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

var configuration = new ConfigurationBuilder().Build();
IKernelBuilder builder = Kernel.CreateBuilder();
builder.Services.ConfigureHttpClientDefaults(client => client.AddStandardResilienceHandler(options =>
{
    options.AttemptTimeout.Timeout = TimeSpan.FromMinutes(1);
    options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(5);
    options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(2);
}));
builder.AddOpenAIChatCompletion("gpt-5-mini", configuration["OpenAI:ApiKey"]!);
builder.Plugins.AddFromType<WeatherPlugin>();
Kernel kernel = builder.Build();
var chat = kernel.GetRequiredService<IChatCompletionService>();
var settings = new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(), MaxTokens = 2048, Temperature = 0.2 };
var history = new ChatHistory("You help people to plan their day.");
var reducer = new ChatHistoryTruncationReducer(targetCount: 20);
using var stop = new CancellationTokenSource();
while (Console.ReadLine() is { Length: > 0 } line)
{
    history.AddUserMessage(line);
    ChatMessageContent answer = await chat.GetChatMessageContentAsync(history, settings, kernel, stop.Token);
    history.Add(answer);
    Console.WriteLine(answer.Content);
    if (await reducer.ReduceAsync(history, stop.Token) is { } reduced)
    {
        history = new ChatHistory(reduced);
    }
}

internal sealed class WeatherPlugin
{
    [KernelFunction, Description("The weather of a city.")]
    public static string GetWeather([Description("The city.")] string city) => city == "Oslo" ? "Snow, -3 °C" : "Sun, 21 °C";
}
