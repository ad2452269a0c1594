using Google.GenAI;
using Polly;
using Polly.Retry;

var ask = new Ask();
Console.WriteLine(await ask.QuestionAsync("why?"));

class Ask
{
    private readonly Client _client = new();
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4, BackoffType = DelayBackoffType.Exponential, UseJitter = true, ShouldHandle = new PredicateBuilder().Handle<ServerError>() })
        .Build();

    public async Task<string?> QuestionAsync(string text)
    {
        var response = await _pipeline.ExecuteAsync(async token => await _client.Models.GenerateContentAsync("gemini-3.8-flash", text, cancellationToken: token));
        return response.Text;
    }
}
