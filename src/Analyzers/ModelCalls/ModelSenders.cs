using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>
/// The client libraries whose calls are known to reach a model. Names and retries were read in these versions: Google.GenAI 1.x (retries off without <c>RetryOptions</c>),
/// Mscc.GenerativeAI 2.x and 3.x, Google_GenerativeAI 3.x, GeminiDotnet 0.x, Semantic Kernel 1.82, Microsoft.Extensions.AI 10.11, Microsoft Agent Framework 1.28, OpenAI 2.15 (three
/// retries, by System.ClientModel), Azure.AI.OpenAI 2.9, Anthropic 13.14 (two), OllamaSharp 5.5.
/// </summary>
internal static class ModelSenders
{
    /// <summary>Contracts: what the generator makes repeats by itself, and settings turn that off.</summary>
    public static readonly ModelSender Contracts = new("GeminiGen", ModelProvider.Gemini, WellKnownNames.Namespace, OwnRetry.On, null);

    /// <summary>The libraries, but for ours.</summary>
    public static readonly IReadOnlyList<ModelSender> All =
    [
        new("Google.GenAI", ModelProvider.Gemini, "Google.GenAI", OwnRetry.Off, new RetrySwitch("RetryOptions", "Attempts", 1),
            new SenderMethods("Google.GenAI.Models", "GenerateContentAsync", "GenerateContentStreamAsync", "EmbedContentAsync", "GenerateImagesAsync", "EditImageAsync", "UpscaleImageAsync", "GenerateVideosAsync", "CountTokensAsync")),
        new("Mscc.GenerativeAI", ModelProvider.Gemini, "Mscc.GenerativeAI", OwnRetry.On, new RetrySwitch("Retry", "Maximum", 1),
            new SenderMethods("Mscc.GenerativeAI.GenerativeModel", "GenerateContent", "GenerateContentStream", "GenerateContentStreamSSE", "GenerateAnswer", "EmbedContent", "BatchEmbedContents", "GenerateImages", "CountTokens"),
            new SenderMethods("Mscc.GenerativeAI.ChatSession", "SendMessage", "SendMessageStream", "SendMessageStreamSSE"),
            new SenderMethods("Mscc.GenerativeAI.ImageGenerationModel", "GenerateImages"),
            new SenderMethods("Mscc.GenerativeAI.ImagenModel", "GenerateImages")),
        new("Google_GenerativeAI", ModelProvider.Gemini, "GenerativeAI", OwnRetry.Off, null,
            new SenderMethods("GenerativeAI.GenerativeModel", "GenerateContentAsync", "StreamContentAsync", "GenerateObjectAsync", "GenerateEnumAsync", "GenerateAnswerAsync", "CountTokensAsync"),
            new SenderMethods("GenerativeAI.GeminiModel", "GenerateContentAsync", "StreamContentAsync", "GenerateObjectAsync", "GenerateEnumAsync"),
            new SenderMethods("GenerativeAI.IGenerativeModel", "GenerateContentAsync", "StreamContentAsync", "GenerateObjectAsync", "GenerateEnumAsync", "GenerateAnswerAsync", "CountTokensAsync"),
            new SenderMethods("GenerativeAI.ChatSession", "GenerateContentAsync", "StreamContentAsync"),
            new SenderMethods("GenerativeAI.EmbeddingModel", "EmbedContentAsync", "BatchEmbedContentAsync")),
        new("GeminiDotnet", ModelProvider.Gemini, "GeminiDotnet", OwnRetry.Off, null,
            new SenderMethods("GeminiDotnet.GeminiClient", "GenerateContentAsync", "GenerateContentStreamingAsync", "EmbedContentAsync"),
            new SenderMethods("GeminiDotnet.IGeminiClient", "GenerateContentAsync", "GenerateContentStreamingAsync", "EmbedContentAsync"),
            new SenderMethods("GeminiDotnet.V1Beta.IModelsClient", "GenerateContentAsync", "StreamGenerateContentAsync", "EmbedContentAsync"),
            new SenderMethods("GeminiDotnet.V1.IModelsClient", "GenerateContentAsync", "StreamGenerateContentAsync", "EmbedContentAsync"),
            new SenderMethods("GeminiDotnet.Extensions.AI.GeminiChatClient", "GetResponseAsync", "GetStreamingResponseAsync")),
        new("Semantic Kernel", ModelProvider.Gemini, "Microsoft.SemanticKernel.Connectors.Google", OwnRetry.Off, null,
            new SenderMethods("Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync")),
        // Its OpenAI clients leave retries to the HTTP client, where they are given one.
        new("Semantic Kernel", ModelProvider.OpenAI, "Microsoft.SemanticKernel.Connectors.OpenAI", OwnRetry.UnlessGivenClient, null,
            new SenderMethods("Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync")),
        new("Semantic Kernel", ModelProvider.Azure, "Microsoft.SemanticKernel.Connectors.AzureOpenAI", OwnRetry.UnlessGivenClient, null,
            new SenderMethods("Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIChatCompletionService", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync")),
        new("Semantic Kernel", ModelProvider.Any, "Microsoft.SemanticKernel", OwnRetry.Behind, null,
            new SenderMethods("Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
            new SenderMethods("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions", "GetChatMessageContentAsync", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
            new SenderMethods("Microsoft.SemanticKernel.TextGeneration.ITextGenerationService", "GetTextContentsAsync", "GetStreamingTextContentsAsync"),
            new SenderMethods("Microsoft.SemanticKernel.TextGeneration.TextGenerationExtensions", "GetTextContentAsync"),
            new SenderMethods("Microsoft.SemanticKernel.KernelExtensions", "InvokePromptAsync", "InvokePromptStreamingAsync")),
        new("Microsoft.Extensions.AI", ModelProvider.Any, "Microsoft.Extensions.AI", OwnRetry.Behind, null,
            new SenderMethods("Microsoft.Extensions.AI.IChatClient", "GetResponseAsync", "GetStreamingResponseAsync"),
            new SenderMethods("Microsoft.Extensions.AI.ChatClientExtensions", "GetResponseAsync", "GetStreamingResponseAsync"),
            new SenderMethods("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions", "GetResponseAsync"),
            new SenderMethods("Microsoft.Extensions.AI.IEmbeddingGenerator`2", "GenerateAsync"),
            new SenderMethods("Microsoft.Extensions.AI.EmbeddingGeneratorExtensions", "GenerateAsync", "GenerateVectorAsync", "GenerateAndZipAsync"),
            new SenderMethods("Microsoft.Extensions.AI.IImageGenerator", "GenerateAsync")),
        new("Microsoft Agent Framework", ModelProvider.Any, "Microsoft.Agents.AI", OwnRetry.Behind, null,
            new SenderMethods("Microsoft.Agents.AI.AIAgent", "RunAsync", "RunStreamingAsync")),
        new("OpenAI", ModelProvider.OpenAI, "OpenAI", OwnRetry.On, new RetrySwitch("RetryPolicy", null, 0),
            new SenderMethods("OpenAI.Chat.ChatClient", "CompleteChat", "CompleteChatAsync", "CompleteChatStreaming", "CompleteChatStreamingAsync"),
            new SenderMethods("OpenAI.Responses.ResponsesClient", "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync"),
            new SenderMethods("OpenAI.Responses.OpenAIResponseClient", "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync"),
            new SenderMethods("OpenAI.Embeddings.EmbeddingClient", "GenerateEmbedding", "GenerateEmbeddingAsync", "GenerateEmbeddings", "GenerateEmbeddingsAsync"),
            new SenderMethods("OpenAI.Images.ImageClient", "GenerateImage", "GenerateImageAsync", "GenerateImages", "GenerateImagesAsync"),
            new SenderMethods("OpenAI.Audio.AudioClient", "TranscribeAudio", "TranscribeAudioAsync", "TranslateAudio", "TranslateAudioAsync", "GenerateSpeech", "GenerateSpeechAsync")),
        // Its clients are OpenAI's own, made by a client that knows Azure.
        new("Azure.AI.OpenAI", ModelProvider.Azure, "Azure.AI.OpenAI", OwnRetry.On, new RetrySwitch("RetryPolicy", null, 0)),
        new("Anthropic", ModelProvider.Anthropic, "Anthropic", OwnRetry.On, new RetrySwitch("MaxRetries", null, 0),
            new SenderMethods("Anthropic.Services.IMessageService", "Create", "CreateStreaming", "CountTokens"),
            new SenderMethods("Anthropic.Services.MessageServiceExtensions", "Create")),
        new("OllamaSharp", ModelProvider.Ollama, "OllamaSharp", OwnRetry.Off, null,
            new SenderMethods("OllamaSharp.IOllamaApiClient", "ChatAsync", "GenerateAsync", "EmbedAsync"),
            new SenderMethods("OllamaSharp.OllamaApiClient", "ChatAsync", "GenerateAsync", "EmbedAsync"),
            new SenderMethods("OllamaSharp.OllamaApiClientExtensions", "GenerateAsync", "EmbedAsync"),
            new SenderMethods("OllamaSharp.Chat", "SendAsync", "SendAsAsync")),
    ];

    private static readonly HashSet<string> ClientNames = new(StringComparer.Ordinal)
    {
        "Client", "GoogleAI", "GoogleAi", "VertexAI", "GenerativeModel", "GeminiModel", "GeminiClient", "GeminiChatClient", "GenerativeAIChatClient", "OpenAIClient", "ChatClient",
        "ResponsesClient", "EmbeddingClient", "ImageClient", "AudioClient", "AzureOpenAIClient", "AnthropicClient", "OllamaApiClient", "GoogleAIGeminiChatCompletionService",
        "OpenAIChatCompletionService", "AzureOpenAIChatCompletionService",
    };

    /// <summary>True for the simple names of the classes that the libraries' clients are made from.</summary>
    public static bool MayMakeClient(string? className) => className is not null && ClientNames.Contains(className);

    /// <summary>The library a type belongs to, the part of it that is named first; null for every other type.</summary>
    public static ModelSender? Of(ITypeSymbol? type)
    {
        string? name = type?.ContainingNamespace?.ToDisplayString();
        if (name is not null)
        {
            foreach (ModelSender sender in All)
            {
                if (name.StartsWith(sender.Namespace, StringComparison.Ordinal) && (name.Length == sender.Namespace.Length || name[sender.Namespace.Length] == '.'))
                {
                    return sender;
                }
            }
        }

        return null;
    }
}
