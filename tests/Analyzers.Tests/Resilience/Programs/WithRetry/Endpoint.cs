using Polly;
using Polly.Registry;

var builder = Host.CreateApplicationBuilder();
builder.Services.AddHttpClient();
builder.Services.AddResiliencePipeline<string, HttpResponseMessage>("ai", b => b.AddRetry(new()));
var app = builder.Build();
Map("/ask", async (HttpClient http, ResiliencePipelineProvider<string> pipelines, CancellationToken token)
    => (await pipelines.GetPipeline<HttpResponseMessage>("ai").ExecuteAsync(async t => await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"), t), token)).StatusCode);
app.Run();

static void Map(string path, Delegate run) => Console.WriteLine(path + run);
