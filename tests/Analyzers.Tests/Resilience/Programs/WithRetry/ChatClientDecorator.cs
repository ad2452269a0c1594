using GeminiDotnet;
using GeminiDotnet.Extensions.AI;

IChatClient chat = new Persistent(new GeminiChatClient(new GeminiClientOptions { ApiKey = "" }));
Console.WriteLine(await chat.GetResponseAsync("hi"));

class Persistent(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        for (int attempt = 0; ; attempt++)
        {
            try { return await base.GetResponseAsync(messages, options, cancellationToken); }
            catch (HttpRequestException) when (attempt < 3) { await Task.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken); }
        }
    }
}
