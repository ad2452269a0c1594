// GeminiDotnet 0.x and GeminiDotnet.Extensions.AI, by their sources: the names that rules and test programs use.
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace GeminiDotnet
{
    public sealed record GeminiClientOptions { public required string ApiKey { get; set; } public string? ModelId { get; set; } public TimeSpan? RequestTimeout { get; set; } }

    public sealed class GeminiClient
    {
        public GeminiClient(GeminiClientOptions options) { }
        public GeminiClient(HttpClient httpClient, GeminiClientOptions options) { }
        public Task<GenerateContentResponse> GenerateContentAsync(string model, GenerateContentRequest request, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamingAsync(string model, GenerateContentRequest request, CancellationToken cancellationToken = default) => null!;
    }

    public sealed record GenerateContentRequest { }

    public sealed record GenerateContentResponse { }
}

namespace GeminiDotnet.Extensions.AI
{
    using Microsoft.Extensions.AI;

    public sealed class GeminiChatClient : IChatClient
    {
        public GeminiChatClient(GeminiClientOptions options) { }
        public GeminiChatClient(GeminiClient client) { }
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => null!;
        public object? GetService(Type serviceType, object? serviceKey = null) => null;
        public void Dispose() { }
    }
}
