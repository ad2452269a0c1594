// Google_GenerativeAI 2.5 to 3.x: the names that rules and test programs use, as its sources have them (github.com/gunpal5/Google_GenerativeAI: src/GenerativeAI/AiModels at 048bd60 and
// 4b1702e, GoogleAi.cs).
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using GenerativeAI.Types;
using Microsoft.Extensions.Logging;

namespace GenerativeAI
{
    public class GoogleAi
    {
        public GoogleAi(string? apiKey = null, string? accessToken = null, HttpClient? client = null, ILogger? logger = null) { }
        public GeminiModel CreateGeminiModel(string modelName, GenerationConfig? config = null, ICollection<SafetySetting>? safetyRatings = null, string? systemInstruction = null) => null!;
        public GenerativeModel CreateGenerativeModel(string modelName, GenerationConfig? config = null, ICollection<SafetySetting>? safetyRatings = null, string? systemInstruction = null) => null!;
    }

    public interface IGenerativeModel
    {
        Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default);
        Task<T?> GenerateObjectAsync<T>(string prompt, CancellationToken cancellationToken = default) where T : class;
        IAsyncEnumerable<GenerateContentResponse> StreamContentAsync(string prompt, CancellationToken cancellationToken = default);
    }

    public class GenerativeModel : IGenerativeModel
    {
        public GenerativeModel(string apiKey, string? model, GenerationConfig? config = null, ICollection<SafetySetting>? safetySettings = null, string? systemInstruction = null, HttpClient? httpClient = null, ILogger? logger = null) { }
        public Task<GenerateContentResponse> GenerateContentAsync(string prompt, CancellationToken cancellationToken = default) => null!;
        public Task<T?> GenerateObjectAsync<T>(string prompt, CancellationToken cancellationToken = default) where T : class => null!;
        public IAsyncEnumerable<GenerateContentResponse> StreamContentAsync(string prompt, CancellationToken cancellationToken = default) => null!;
        public virtual ChatSession StartChat(List<Content>? history = null, GenerationConfig? config = null, ICollection<SafetySetting>? safetySettings = null, string? systemInstruction = null) => null!;
    }

    public class GeminiModel : GenerativeModel
    {
        public GeminiModel(string apiKey, string? model, GenerationConfig? config = null, ICollection<SafetySetting>? safetySettings = null, string? systemInstruction = null, HttpClient? httpClient = null, ILogger? logger = null)
            : base(apiKey, model) { }
    }

    public class ChatSession : GenerativeModel
    {
        public ChatSession(List<Content>? history, string apiKey, string model, GenerationConfig? config = null, ICollection<SafetySetting>? safetySettings = null, string? systemInstruction = null, HttpClient? httpClient = null, ILogger? logger = null)
            : base(apiKey, model) { }
    }
}

namespace GenerativeAI.Types
{
    public class GenerationConfig { }

    public class SafetySetting { }

    public class Content { }

    public class GenerateContentResponse { public string? Text() => null; }
}
