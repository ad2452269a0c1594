using Microsoft.SemanticKernel;

var http = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-5", "key", httpClient: http).Build();
Console.WriteLine(await kernel.InvokePromptAsync("Say hi."));
