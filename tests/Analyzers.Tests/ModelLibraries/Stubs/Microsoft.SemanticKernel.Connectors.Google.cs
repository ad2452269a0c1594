// Microsoft.SemanticKernel.Connectors.Google 1.x-alpha, by its sources: the names that rules and test programs use.
#nullable enable
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Microsoft.SemanticKernel
{
    public static class GoogleAIKernelBuilderExtensions
    {
        public static IKernelBuilder AddGoogleAIGeminiChatCompletion(this IKernelBuilder builder, string modelId, string apiKey, string? serviceId = null, HttpClient? httpClient = null) => builder;
    }

    public static class GoogleAIServiceCollectionExtensions
    {
        public static IServiceCollection AddGoogleAIGeminiChatCompletion(this IServiceCollection services, string modelId, string apiKey, string? serviceId = null) => services;
    }
}

namespace Microsoft.SemanticKernel.Connectors.Google
{
    public sealed class GoogleAIGeminiChatCompletionService(string modelId, string apiKey, HttpClient? httpClient = null) : IChatCompletionService
    {
        public IReadOnlyDictionary<string, object?> Attributes => null!;
        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => null!;
        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => null!;
    }
}
