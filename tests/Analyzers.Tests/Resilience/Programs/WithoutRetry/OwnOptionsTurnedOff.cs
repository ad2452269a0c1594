using GeminiGen;

var services = new ServiceCollection();
services.AddGeminiGen(options =>
{
    options.ApiKey = Environment.GetEnvironmentVariable("GEMINI_API_KEY");
    options.Retry.MaxAttempts = 1;
});
Console.WriteLine(services.Count);
