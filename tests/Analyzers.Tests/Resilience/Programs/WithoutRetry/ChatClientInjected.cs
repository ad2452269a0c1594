using GeminiDotnet;
using GeminiDotnet.Extensions.AI;

var builder = Host.CreateApplicationBuilder();
builder.Services.AddChatClient(new GeminiChatClient(new GeminiClientOptions { ApiKey = "", ModelId = "gemini-3.8-flash" })).UseFunctionInvocation().UseLogging();
builder.Services.AddTransient<Assistant>();
await builder.Build().Services.GetRequiredService<Assistant>().HelpAsync("me");

class Assistant(IChatClient chat)
{
    public async Task<string> HelpAsync(string whom)
    {
        ChatResponse response = await chat.GetResponseAsync([new ChatMessage(ChatRole.User, "Help " + whom)]);
        return response.Text;
    }
}
