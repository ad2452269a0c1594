using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenAI;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSingleton(_ => new OpenAIClient(
    new ApiKeyCredential(builder.Configuration["OpenAI:ApiKey"] ?? throw new InvalidOperationException("OpenAI:ApiKey is not set.")),
    new OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(maxRetries: 5), NetworkTimeout = TimeSpan.FromMinutes(2) }));
builder.Services.AddChatClient(services => services.GetRequiredService<OpenAIClient>().GetChatClient("gpt-5-mini").AsIChatClient())
    .UseFunctionInvocation()
    .UseLogging();
builder.Services.AddHostedService<Digests>();
await builder.Build().RunAsync();

internal sealed class Digests(IChatClient chat, ILogger<Digests> logger, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly ChatOptions Options = new() { MaxOutputTokens = 4096, Temperature = 0.3f };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var gate = new SemaphoreSlim(3);
        string[] files = Directory.GetFiles("inbox", "*.txt");
        Digest[] digests = await Task.WhenAll(files.Select(file => DigestAsync(file, gate, stoppingToken)));
        logger.LogInformation("{Count} digests, {Words} words in all", digests.Length, digests.Sum(digest => digest.Words));
        lifetime.StopApplication();
    }

    private async Task<Digest> DigestAsync(string file, SemaphoreSlim gate, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            string text = await File.ReadAllTextAsync(file, cancellationToken);
            ChatResponse response = await chat.GetResponseAsync(
                [new ChatMessage(ChatRole.System, "One paragraph."), new ChatMessage(ChatRole.User, text)], Options, cancellationToken);
            if (response.FinishReason != ChatFinishReason.Stop)
            {
                logger.LogWarning("{File} was cut: {Reason}", Path.GetFileName(file), response.FinishReason);
            }

            logger.LogDebug("{File}: {Answer}", file, response.Text);
            return new Digest(file, response.Text, response.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        }
        finally
        {
            gate.Release();
        }
    }

    private sealed record Digest(string File, string Text, int Words);
}
