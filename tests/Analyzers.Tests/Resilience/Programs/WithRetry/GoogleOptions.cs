using Google.GenAI;
using Google.GenAI.Types;

var client = new Client(httpOptions: new HttpOptions { Timeout = 120_000, RetryOptions = new HttpRetryOptions { Attempts = 5, InitialDelay = 1.5 } });
var response = await client.Models.GenerateContentAsync("gemini-3.8-flash", "hi");
Console.WriteLine(response.Text);
