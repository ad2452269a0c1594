using Polly;

var pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(30)).Build();
using var http = new HttpClient();
var response = await pipeline.ExecuteAsync(async token => await http.PostAsync("https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent", new StringContent("{}"), token));
Console.WriteLine(response.StatusCode);
