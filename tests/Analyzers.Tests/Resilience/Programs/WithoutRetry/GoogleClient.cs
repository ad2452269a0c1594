using Google.GenAI;

await using var client = new Client(apiKey: Environment.GetEnvironmentVariable("GEMINI_API_KEY"));
var response = await client.Models.GenerateContentAsync(model: "gemini-3.8-flash", contents: "Why is the sky blue?");
Console.WriteLine(response.Text);
