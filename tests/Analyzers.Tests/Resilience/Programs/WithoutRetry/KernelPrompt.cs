using Microsoft.SemanticKernel;

var builder = Kernel.CreateBuilder();
builder.AddGoogleAIGeminiChatCompletion("gemini-3.8-flash", Environment.GetEnvironmentVariable("GEMINI_API_KEY")!);
Kernel kernel = builder.Build();
var result = await kernel.InvokePromptAsync("Name three rivers.");
Console.WriteLine(result);
