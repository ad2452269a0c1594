using Google.GenAI;
using Google.GenAI.Types;

var client = new Client();
var history = new List<Content>();
while (true)
{
    Console.Write("> ");
    string? line = Console.ReadLine();
    if (string.IsNullOrEmpty(line)) break;
    history.Add(new Content { Role = "user", Parts = [new Part { Text = line }] });
    var response = await client.Models.GenerateContentAsync("gemini-3.8-flash", history);
    history.Add(response.Candidates![0].Content!);
    Console.WriteLine(response.Text);
}
