using Anthropic;
using Anthropic.Models.Messages;

var client = new AnthropicClient();
var message = await client.Messages.Create(Question("hi"));
Console.WriteLine(message);

static MessageCreateParams Question(string text) => throw new NotImplementedException(text);
