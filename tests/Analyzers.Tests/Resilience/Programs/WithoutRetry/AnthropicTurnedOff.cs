using Anthropic;
using Anthropic.Models.Messages;

AnthropicClient client = new() { MaxRetries = 0 };
var message = await client.Messages.Create(new MessageCreateParams { MaxTokens = 100, Model = "claude", Messages = [new() { Role = Role.User, Content = "hi" }] });
Console.WriteLine(message);
