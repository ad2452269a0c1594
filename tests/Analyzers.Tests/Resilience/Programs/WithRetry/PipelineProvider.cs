using Google.GenAI;
using Polly;
using Polly.Registry;

var services = new ServiceCollection();
services.AddSingleton(_ => new Client());
services.AddResiliencePipeline("gemini", builder => builder.AddRetry(new()).AddTimeout(TimeSpan.FromMinutes(2)));
services.AddTransient<Translator>();
Console.WriteLine(await services.BuildServiceProvider().GetRequiredService<Translator>().TranslateAsync("hello"));

class Translator(Client client, ResiliencePipelineProvider<string> pipelines)
{
    public async Task<string?> TranslateAsync(string text)
    {
        var pipeline = pipelines.GetPipeline("gemini");
        var answer = await pipeline.ExecuteAsync(async ct => await client.Models.GenerateContentAsync("gemini-3.8-flash", text, null, ct));
        return answer.Text;
    }
}
