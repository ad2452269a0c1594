// Google_GenerativeAI 3.x, by its sources: the names that rules and test programs use.
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace GenerativeAI
{
    public class GoogleAi
    {
        public GoogleAi(string? apiKey = null, string? accessToken = null, HttpClient? client = null) { }
        public GeminiModel CreateGeminiModel(string modelName) => null!;
        public GenerativeModel CreateGenerativeModel(string modelName) => null!;
    }

    public interface IGenerativeModel
    {
        Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default);
        IAsyncEnumerable<GenerateContentResponse> StreamContentAsync(string prompt, CancellationToken cancellationToken = default);
    }

    public class GenerativeModel : IGenerativeModel
    {
        public GenerativeModel(string apiKey, string model, HttpClient? httpClient = null) { }
        public Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default) => null!;
        public Task<T?> GenerateObjectAsync<T>(string prompt, CancellationToken cancellationToken = default) where T : class => null!;
        public IAsyncEnumerable<GenerateContentResponse> StreamContentAsync(string prompt, CancellationToken cancellationToken = default) => null!;
        public ChatSession StartChat() => null!;
    }

    public class GeminiModel(string apiKey, string model, HttpClient? httpClient = null) : GenerativeModel(apiKey, model, httpClient) { }

    public class ChatSession(string apiKey, string model, HttpClient? httpClient = null) : GenerativeModel(apiKey, model, httpClient) { }

    public class GenerateContentResponse { public string? Text() => null; }
}
