using Microsoft.Extensions.Http.Resilience;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

var builder = Kernel.CreateBuilder();
builder.AddGoogleAIGeminiChatCompletion("gemini-3.8-flash", "key");
builder.Services.ConfigureHttpClientDefaults(c => c.AddStandardResilienceHandler().Configure(o => o.Retry.MaxRetryAttempts = 5));
var kernel = builder.Build();
var chat = kernel.GetRequiredService<IChatCompletionService>();
Console.WriteLine(await chat.GetChatMessageContentAsync("Say hi."));
