using OpenAI;
using System.ClientModel;
using System.ClientModel.Primitives;

var client = new OpenAIClient(new ApiKeyCredential("k"), new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = TimeSpan.FromMinutes(2) });
var chat = client.GetChatClient("gpt-5");
var answer = await chat.CompleteChatAsync("Say hi.");
Console.WriteLine(answer.Value.Content[0].Text);
