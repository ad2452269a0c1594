// Mscc.GenerativeAI 2.x, by its sources: the names that rules and test programs use.
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Mscc.GenerativeAI
{
    public sealed class GoogleAI
    {
        public GoogleAI(string? apiKey = null, string? accessToken = null, string? apiVersion = null, IHttpClientFactory? httpClientFactory = null, RequestOptions? requestOptions = null) { }
        public GenerativeModel GenerativeModel(string model = "", string? systemInstruction = null) => null!;
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

    public class RequestOptions
    {
        public RequestOptions() { }
        public RequestOptions(TimeSpan? timeout = null) { }
        public RequestOptions(Retry? retry, TimeSpan? timeout = null) { }
        public Retry Retry { get; set; } = null!;
        public TimeSpan Timeout { get; set; }
    }

    public class Retry
    {
        public int Initial { get; set; }
        public int Multiplies { get; set; }
        public int Maximum { get; set; }
        public TimeSpan? Timeout { get; set; }
        public int[]? StatusCodes { get; set; }
    }

    public class GenerateContentResponse { public string? Text => null; }

    public static class Model { public const string Gemini25Flash = "gemini-2.5-flash"; }
}
