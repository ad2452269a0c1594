using Google.GenAI;
using Google.GenAI.Types;

var client = new Client(httpOptions: new HttpOptions { ApiVersion = "v1beta", Timeout = 60_000 });
await foreach (var part in client.Models.GenerateContentStreamAsync("gemini-3.8-flash", "Tell a story.", new GenerateContentConfig { Temperature = 1 }))
{
    Console.Write(part.Text);
}
