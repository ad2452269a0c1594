using Anthropic;
using Anthropic.Models.Messages;

var client = new AnthropicClient();
var message = await client.Messages.Create(new MessageCreateParams { MaxTokens = 100, Model = "claude", Messages = [new() { Role = Role.User, Content = "hi" }] });
Console.WriteLine(message);
