using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using ChatFinishReason = OpenAI.Chat.ChatFinishReason;
using ChatMessage = OpenAI.Chat.ChatMessage;

// The library repeats by itself; the history is trimmed; the person's words stay out of the log.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
using ILoggerFactory loggers = LoggerFactory.Create(_ => { });
var conversation = new Conversation(new ChatClient("gpt-5-mini", configuration["OPENAI_API_KEY"]), loggers.CreateLogger<Conversation>());
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, _) => stop.Cancel();
for (string? line = Console.ReadLine(); !string.IsNullOrEmpty(line); line = Console.ReadLine())
{
    await foreach (string piece in conversation.SayAsync(line, stop.Token))
    {
        Console.Write(piece);
    }

    Console.WriteLine();
}

internal sealed class Conversation(ChatClient client, ILogger<Conversation> logger)
{
    private const int MostTurns = 20;
    private readonly List<ChatMessage> _messages = [new SystemChatMessage("You are brief.")];

    public async IAsyncEnumerable<string> SayAsync(string text, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_messages.Count > MostTurns)
        {
            _messages.RemoveRange(1, _messages.Count - MostTurns);
        }

        _messages.Add(new UserChatMessage(text));
        var answer = new System.Text.StringBuilder();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        await foreach (StreamingChatCompletionUpdate update in client.CompleteChatStreamingAsync(_messages, new ChatCompletionOptions { MaxOutputTokenCount = 2048 }, limit.Token))
        {
            foreach (ChatMessageContentPart part in update.ContentUpdate)
            {
                answer.Append(part.Text);
                yield return part.Text;
            }

            if (update.FinishReason is { } reason and not ChatFinishReason.Stop)
            {
                logger.LogWarning("The answer stopped early: {Reason}", reason);
            }
        }

        _messages.Add(new AssistantChatMessage(answer.ToString()));
        logger.LogInformation("Turn {Turn}: {Characters} characters", _messages.Count / 2, answer.Length);
    }
}
