using Microsoft.SemanticKernel;

var services = new ServiceCollection();
services.AddHttpClient("llm").AddStandardResilienceHandler(o => o.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(3));
var http = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("llm");
var kernel = Kernel.CreateBuilder().AddGoogleAIGeminiChatCompletion("gemini-3.8-flash", "key", httpClient: http).Build();
Console.WriteLine(await kernel.InvokePromptAsync("Say hi."));
