// Google.GenAI 1.x: the names that rules and test programs use, as its sources have them (github.com/googleapis/dotnet-genai: Client.cs at 018599c, types/HttpRetryOptions.cs at 1479fff). The
// client's credential, an ICredential of Google.Apis.Auth there, is an object here.
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Google.GenAI.Types;

namespace Google.GenAI
{
    public sealed class Client : IDisposable, IAsyncDisposable
    {
        public Client(bool? enterprise = null, bool? vertexAI = null, string? apiKey = null, object? credential = null, string? project = null, string? location = null, HttpOptions? httpOptions = null, ClientOptions? clientOptions = null) { }
        public Models Models => null!;
        public Files Files => null!;
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }

    public sealed class Models
    {
        public Task<GenerateContentResponse> GenerateContentAsync(string model, List<Content> contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => null!;
        public Task<GenerateContentResponse> GenerateContentAsync(string model, Content contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => null!;
        public Task<GenerateContentResponse> GenerateContentAsync(string model, string contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamAsync(string model, string contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<GenerateContentResponse> GenerateContentStreamAsync(string model, List<Content> contents, GenerateContentConfig? config = null, CancellationToken cancellationToken = default) => null!;
        public Task<EmbedContentResponse> EmbedContentAsync(string model, string contents, object? config = null, CancellationToken cancellationToken = default) => null!;
    }

    public sealed class Files { }

    public class ServerError : Exception { public int StatusCode => 0; }

    public class ClientError : Exception { public int StatusCode => 0; }

    public static class GoogleGenAIExtensions
    {
        public static Microsoft.Extensions.AI.IChatClient AsIChatClient(this Client client, string? defaultModelId = null) => null!;
    }
}

namespace Google.GenAI.Types
{
    public record HttpOptions
    {
        public string? BaseUrl { get; set; }
        public string? ApiVersion { get; set; }
        public Dictionary<string, string>? Headers { get; set; }
        public int? Timeout { get; set; }
        public HttpRetryOptions? RetryOptions { get; set; }
    }

    public record HttpRetryOptions
    {
        public int? Attempts { get; set; }
        public double? InitialDelay { get; set; }
        public double? MaxDelay { get; set; }
        public double? ExpBase { get; set; }
        public double? Jitter { get; set; }
        public List<int>? HttpStatusCodes { get; set; }
    }

    public record ClientOptions { public Func<HttpClient>? HttpClientFactory { get; set; } }

    public record GenerateContentConfig
    {
        public HttpOptions? HttpOptions { get; set; }
        public Content? SystemInstruction { get; set; }
        public double? Temperature { get; set; }
        public int? MaxOutputTokens { get; set; }
        public string? ResponseMimeType { get; set; }
    }

    public record Content { public List<Part>? Parts { get; set; } public string? Role { get; set; } }

    public record Part { public string? Text { get; set; } }

    public record Candidate { public Content? Content { get; set; } }

    public record GenerateContentResponse { public List<Candidate>? Candidates { get; set; } public string? Text => null; }

    public record EmbedContentResponse { }
}
