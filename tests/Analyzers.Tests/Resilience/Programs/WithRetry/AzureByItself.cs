using Azure.AI.OpenAI;
using System.ClientModel;
using System.ClientModel.Primitives;

var options = new AzureOpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(maxRetries: 6) };
IChatClient chat = new AzureOpenAIClient(new Uri("https://mine.openai.azure.com/"), new ApiKeyCredential("k"), options).GetChatClient("gpt").AsIChatClient();
await foreach (var part in chat.GetStreamingResponseAsync("Say hi."))
{
    Console.Write(part);
}
