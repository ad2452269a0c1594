using Google.GenAI;

var client = new Client();
string? text = null;
TimeSpan[] waits = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];
foreach (var wait in waits)
{
    await Task.Delay(wait);
    try
    {
        text = (await client.Models.GenerateContentAsync("gemini-3.8-flash", "hi")).Text;
        break;
    }
    catch (ServerError e)
    {
        Console.Error.WriteLine(e.Message);
    }
}
Console.WriteLine(text);
