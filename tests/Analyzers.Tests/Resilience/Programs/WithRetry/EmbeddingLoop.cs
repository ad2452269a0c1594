using GeminiDotnet;

var client = new GeminiClient(new GeminiClientOptions { ApiKey = "" });
GenerateContentResponse? answer = null;
for (var i = 0; answer is null && i < 3; i++)
{
    try
    {
        answer = await client.GenerateContentAsync("gemini-3.8-flash", new GenerateContentRequest());
    }
    catch (HttpRequestException)
    {
        await Task.Delay(1000 * (i + 1));
    }
}
Console.WriteLine(answer);
