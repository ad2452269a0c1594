using OllamaSharp;

IChatClient chat = new OllamaApiClient(new Uri("http://localhost:11434"), "gemma3");
var response = await chat.GetResponseAsync("Say hi.");
Console.WriteLine(response.Text);
