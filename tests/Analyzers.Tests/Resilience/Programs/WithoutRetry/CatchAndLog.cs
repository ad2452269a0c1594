using Google.GenAI;

var client = new Client();
try
{
    var response = await client.Models.GenerateContentAsync("gemini-3.8-flash", "hi");
    Console.WriteLine(response.Text);
}
catch (Exception e)
{
    Console.Error.WriteLine("Gemini failed: " + e.Message);
}
