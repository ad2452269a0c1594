namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>GG2001 for calls of client libraries: what each does by itself about failed requests, and how that is turned off and on.</summary>
public sealed class LibraryCallTests
{
    [Theory]
    // Google.GenAI repeats nothing without RetryOptions.
    [InlineData("class C { readonly Google.GenAI.Client _client = new(); Task M() => {|GG2001:_client.Models.GenerateContentAsync|}(\"m\", \"p\"); }")]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(apiKey: \"\"); Task M() { var models = _client.Models; return {|GG2001:models.GenerateContentAsync|}(\"m\", \"p\"); } }")]
    [InlineData("class C { readonly Google.GenAI.Client _client; C(string key) { _client = new Google.GenAI.Client(apiKey: key, httpOptions: new Google.GenAI.Types.HttpOptions { Timeout = 1000 }); } async Task M() { await foreach (var x in {|GG2001:_client.Models.GenerateContentStreamAsync|}(\"m\", \"p\")) { } } }")]
    [InlineData("class C { Task M() { var client = new Google.GenAI.Client(httpOptions: new() { RetryOptions = new() { Attempts = 1 } }); return {|GG2001:client.Models.GenerateContentAsync|}(\"m\", \"p\"); } }")]
    [InlineData("class C { Google.GenAI.Client _client = null!; Google.GenAI.Client Client() => _client ??= new(); Task M() => {|GG2001:Client().Models.GenerateContentAsync|}(\"m\", \"p\"); }")]
    [InlineData("class C { Task M() { var chat = new Google.GenAI.Client().AsIChatClient(\"m\"); return {|GG2001:chat.GetResponseAsync|}(\"p\"); } }", "using Google.GenAI; ")]
    // Mscc.GenerativeAI repeats, until it is told not to.
    [InlineData("class C { Task M() { var ai = new GoogleAI(apiKey: \"\", requestOptions: new Mscc.GenerativeAI.Types.RequestOptions { Retry = new Mscc.GenerativeAI.Types.Retry { Maximum = 1 } }); return {|GG2001:ai.GenerativeModel(\"m\").GenerateContent|}(\"p\"); } }", "using Mscc.GenerativeAI; ")]
    // Google_GenerativeAI and GeminiDotnet leave retries to the HTTP client.
    [InlineData("class C { readonly GenerativeModel _model = new GoogleAi(\"\").CreateGenerativeModel(\"m\"); Task M() => {|GG2001:_model.GenerateContentAsync|}(\"p\"); }", "using GenerativeAI; ")]
    [InlineData("class C { Task M() { var model = new GoogleAi(\"\", client: new HttpClient()).CreateGenerativeModel(\"m\"); var chat = model.StartChat(); return {|GG2001:chat.GenerateContentAsync|}(\"p\"); } }", "using GenerativeAI; ")]
    [InlineData("class C { readonly GeminiClient _client = new(new GeminiClientOptions { ApiKey = \"\" }); Task M() => {|GG2001:_client.GenerateContentAsync|}(\"m\", new()); }", "using GeminiDotnet; ")]
    [InlineData("class C { IChatClient Make() => new ChatClientBuilder(new GeminiChatClient(new GeminiDotnet.GeminiClientOptions { ApiKey = \"\" })).UseFunctionInvocation().Build(); Task M() { var chat = Make(); return {|GG2001:chat.GetResponseAsync|}(\"p\"); } }", "using GeminiDotnet.Extensions.AI; ")]
    // OpenAI, Azure and Anthropic repeat, until they are told not to.
    [InlineData("class C { Task M() { var chat = new OpenAI.Chat.ChatClient(\"m\", new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(maxRetries: 0) }); return {|GG2001:chat.CompleteChatAsync|}(\"p\"); } }")]
    [InlineData("class C { Task M() { var options = new Azure.AI.OpenAI.AzureOpenAIClientOptions(); options.RetryPolicy = new ClientRetryPolicy(0); var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://x.openai.azure.com\"), new ApiKeyCredential(\"k\"), options); return {|GG2001:client.GetChatClient(\"m\").CompleteChatAsync|}(\"p\"); } }")]
    [InlineData("class C { Task M() { var chat = new OpenAI.OpenAIClient(new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0) }).GetChatClient(\"m\").AsIChatClient(); return {|GG2001:chat.GetResponseAsync|}(\"p\"); } }")]
    [InlineData("class C { Task M(Anthropic.Models.Messages.MessageCreateParams p) { var client = new Anthropic.AnthropicClient { MaxRetries = 0 }; return {|GG2001:client.Messages.Create|}(p); } }")]
    // OllamaSharp and Semantic Kernel's Google connector leave retries to the HTTP client; its OpenAI connector does so when it is given one.
    [InlineData("class C { Task M() { IChatClient chat = new OllamaSharp.OllamaApiClient(new Uri(\"http://localhost:11434\"), \"m\"); return {|GG2001:chat.GetResponseAsync|}(\"p\"); } }")]
    [InlineData("class C { Task M(ChatHistory h) { IChatCompletionService chat = new Microsoft.SemanticKernel.Connectors.Google.GoogleAIGeminiChatCompletionService(\"m\", \"\"); return {|GG2001:chat.GetChatMessageContentAsync|}(h); } }", "using Microsoft.SemanticKernel.ChatCompletion; ")]
    [InlineData("class C { Task M(ChatHistory h) { var chat = new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService(\"m\", \"\", httpClient: new HttpClient()); return {|GG2001:chat.GetChatMessageContentsAsync|}(h); } }", "using Microsoft.SemanticKernel.ChatCompletion; ")]
    public async Task Triggers(string source, string usings = "") => await VerifyAsync(usings + ResilienceVerifier.Usings + source);

    [Theory]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(httpOptions: new Google.GenAI.Types.HttpOptions { RetryOptions = new Google.GenAI.Types.HttpRetryOptions() }); Task M() => _client.Models.GenerateContentAsync(\"m\", \"p\"); }")]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(httpOptions: new() { RetryOptions = new() { Attempts = 3 } }); Task M() => _client.Models.GenerateContentAsync(\"m\", \"p\"); }")]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(clientOptions: new() { HttpClientFactory = () => new HttpClient() }); Task M() => _client.Models.GenerateContentAsync(\"m\", \"p\"); }")]
    [InlineData("class C(Google.GenAI.Client client) { Task M() => client.Models.GenerateContentAsync(\"m\", \"p\"); }")]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(); async Task M() { for (int i = 0; i < 3; i++) { try { await _client.Models.GenerateContentAsync(\"m\", \"p\"); return; } catch (Google.GenAI.ServerError) { await Task.Delay(1000 << i); } } } }")]
    [InlineData("class C { readonly Google.GenAI.Client _client = new(); Polly.ResiliencePipeline _pipeline; async Task M() { await _pipeline.ExecuteAsync(async t => await _client.Models.GenerateContentAsync(\"m\", \"p\", cancellationToken: t)); } }")]
    [InlineData("class C { Task M() => new GoogleAI(apiKey: \"\").GenerativeModel(\"m\").GenerateContent(\"p\"); }", "using Mscc.GenerativeAI; ")]
    [InlineData("class C { Task M(HttpClient http) => new GoogleAi(\"\", client: http).CreateGenerativeModel(\"m\").GenerateContentAsync(\"p\"); }", "using GenerativeAI; ")]
    [InlineData("class C { Task M() => new OpenAI.Chat.ChatClient(\"m\", \"k\").CompleteChatAsync(\"p\"); }")]
    [InlineData("class C { Task M() => new OpenAI.OpenAIClient(\"k\").GetChatClient(\"m\").AsIChatClient().GetResponseAsync(\"p\"); }")]
    [InlineData("class C { Task M() => new OpenAI.Chat.ChatClient(\"m\", new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(5) }).CompleteChatAsync(\"p\"); }")]
    [InlineData("class Own : ClientRetryPolicy { } class C { Task M() => new OpenAI.Chat.ChatClient(\"m\", new ApiKeyCredential(\"k\"), new OpenAI.OpenAIClientOptions { RetryPolicy = new Own() }).CompleteChatAsync(\"p\"); }")]
    [InlineData("class C { Task M(PipelinePolicy policy) { var options = new OpenAI.OpenAIClientOptions { RetryPolicy = new ClientRetryPolicy(0) }; options.AddPolicy(policy, PipelinePosition.PerCall); return new OpenAI.Chat.ChatClient(\"m\", new ApiKeyCredential(\"k\"), options).CompleteChatAsync(\"p\"); } }")]
    [InlineData("class C { Task M(Anthropic.Models.Messages.MessageCreateParams p) => new Anthropic.AnthropicClient().Messages.Create(p); }")]
    [InlineData("class C(IChatClient chat) { Task M() => chat.GetResponseAsync(\"p\"); }")]
    [InlineData("class C { IChatClient Make(IChatClient inner) => new ChatClientBuilder(inner).Use(async (m, o, next, t) => await next(m, o, t)).Build(); Task M(IChatClient i) => Make(i).GetResponseAsync(\"p\"); }")]
    [InlineData("class C { Task M() { IChatClient chat = ((IChatClient)new OllamaSharp.OllamaApiClient(new Uri(\"http://localhost:11434\"), \"m\")).AsBuilder().Use((m, o, n, t) => n(m, o, t)).Build(); return chat.GetResponseAsync(\"p\"); } }")]
    [InlineData("class C { Task M(ChatHistory h) { var chat = new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService(\"m\", \"\"); return chat.GetChatMessageContentsAsync(h); } }", "using Microsoft.SemanticKernel.ChatCompletion; ")]
    [InlineData("class C { Task M(Microsoft.SemanticKernel.Kernel kernel) => kernel.InvokePromptAsync(\"p\"); }", "using Microsoft.SemanticKernel; ")]
    public async Task Does_not_trigger(string source, string usings = "") => await VerifyAsync(usings + ResilienceVerifier.Usings + source);

    [Theory]
    [InlineData("https://api.openai.com/v1/chat/completions", true)]
    [InlineData("https://us-central1-aiplatform.googleapis.com/v1/projects/p", true)]
    [InlineData("https://aiplatform.googleapis.com/v1/projects/p", true)]
    [InlineData("https://mine.openai.azure.com/openai/deployments/d/chat/completions", true)]
    [InlineData("https://api.anthropic.com/v1/messages", true)]
    [InlineData("https://openrouter.ai/api/v1/chat/completions", true)]
    [InlineData("https://api.groq.com/openai/v1/chat/completions", true)]
    [InlineData("https://api.x.ai/v1/chat/completions", true)]
    [InlineData("https://openai.azure.com/", false)]
    [InlineData("https://notapi.openai.com.example.org/v1", false)]
    [InlineData("https://myopenrouter.ai/api", false)]
    [InlineData("https://storage.googleapis.com/bucket", false)]
    public async Task Knows_the_hosts_of_models(string address, bool triggers)
    {
        string call = triggers ? "{|GG2001:_http.PostAsync|}" : "_http.PostAsync";
        await VerifyAsync(ResilienceVerifier.Usings + "class C { readonly HttpClient _http = new(); Task M(HttpContent c) => " + call + "(\"" + address + "\", c); }");
    }

    private static Task VerifyAsync(string source) => ResilienceVerifier.VerifyAsync("GG2001", source, ResilienceVerifier.Library);
}
