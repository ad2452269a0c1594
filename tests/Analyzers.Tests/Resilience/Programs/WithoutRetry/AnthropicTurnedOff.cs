using Anthropic;
using Anthropic.Models.Messages;

AnthropicClient client = new() { MaxRetries = 0 };
var message = await client.Messages.Create(Question("hi"));
Console.WriteLine(message);

static MessageCreateParams Question(string text) => throw new NotImplementedException(text);
