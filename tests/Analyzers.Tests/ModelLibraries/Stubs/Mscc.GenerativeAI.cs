// Mscc.GenerativeAI 3.x: the names that rules and test programs use, as its sources have them (github.com/mscraftsman/generative-ai: GoogleAI.cs at 007bb70, Types/RequestOptions.cs at
// aa7b10f, where options and answers have moved to the namespace Types; in 2.x they stood beside the client).
#nullable enable
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Mscc.GenerativeAI.Types;

namespace Mscc.GenerativeAI
{
    public sealed class GoogleAI
    {
        public GoogleAI(string? apiKey = null, string? accessToken = null, string? apiVersion = null, IHttpClientFactory? httpClientFactory = null, RequestOptions? requestOptions = null, ILogger? logger = null) { }
        public GenerativeModel GenerativeModel(string model = Model.Gemini25Pro, GenerationConfig? generationConfig = null, List<SafetySetting>? safetySettings = null, Tools? tools = null, Content? systemInstruction = null, ILogger? logger = null) => null!;
    }

    public class GenerativeModel
    {
        public GenerativeModel(string? apiKey = null, string? model = null) { }
        public Task<GenerateContentResponse> GenerateContent(string? prompt, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<GenerateContentResponse> GenerateContentStream(string? prompt, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!;
        public ChatSession StartChat() => null!;
    }

    public class ChatSession
    {
        public Task<GenerateContentResponse> SendMessage(string prompt, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<GenerateContentResponse> SendMessageStream(string prompt, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) => null!;
    }

    public static class Model
    {
        public const string Gemini25Flash = "gemini-2.5-flash";
        public const string Gemini25Pro = "gemini-2.5-pro";
    }
}

namespace Mscc.GenerativeAI.Types
{
    public partial class RequestOptions
    {
        public RequestOptions() { }
        public RequestOptions(Retry? retry = null, TimeSpan? timeout = null, string? baseUrl = null, string? apiVersion = null, IWebProxy? proxy = null) { }
        public Retry Retry { get; set; } = null!;
        public TimeSpan Timeout { get; set; }
        public string? BaseUrl { get; set; }
        public string? ApiVersion { get; set; }
        public IWebProxy? Proxy { get; set; }
    }

    public sealed class Retry
    {
        public int Initial { get; set; }
        public int Multiplies { get; set; }
        public int Maximum { get; set; }
        public TimeSpan? Timeout { get; set; }
        public int[]? StatusCodes { get; set; }
    }

    public class GenerationConfig { }

    public class SafetySetting { }

    public class Tools { }

    public class Content { }

    public class GenerateContentResponse { public string? Text => null; }
}
