using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

var host = Host.CreateApplicationBuilder();
host.Services.AddKernel().AddGoogleAIGeminiChatCompletion("gemini-3.8-flash", "key");
host.Services.AddTransient<Tutor>();
await host.Build().Services.GetRequiredService<Tutor>().TeachAsync("rivers");

class Tutor(Kernel kernel)
{
    public async Task<string?> TeachAsync(string about)
    {
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        var history = new ChatHistory();
        history.AddUserMessage("Teach me " + about);
        var message = await chat.GetChatMessageContentAsync(history, kernel: kernel);
        return message.Content;
    }
}
