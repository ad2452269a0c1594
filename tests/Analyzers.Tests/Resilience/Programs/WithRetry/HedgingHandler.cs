using Microsoft.Extensions.Http.Resilience;

var services = new ServiceCollection();
services.AddHttpClient("gemini", http => http.BaseAddress = new Uri("https://generativelanguage.googleapis.com/")).AddStandardHedgingHandler().Configure(o => o.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(3));
var factory = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
var client = factory.CreateClient("gemini");
var response = await client.PostAsJsonAsync("v1beta/models/gemini-3.8-flash:generateContent", new { text = "hi" });
Console.WriteLine(response.StatusCode);
