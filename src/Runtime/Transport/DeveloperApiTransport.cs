using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>The Gemini Developer API, version v1beta, with an API key in a header (never in the address, which gets logged).</summary>
/// <param name="sender">What sends.</param>
/// <param name="key">The key, or <see langword="null"/> when none is configured.</param>
/// <param name="baseAddress">The address the options name, if they do.</param>
internal sealed class DeveloperApiTransport(IHttpSender sender, GeminiApiKey? key, Uri? baseAddress) : IGeminiTransport
{
    private const string KeyHeader = "x-goog-api-key";
    private const string Version = "v1beta";
    private const string BaseAddressVariable = "GOOGLE_GEMINI_BASE_URL";

    private static readonly Uri DefaultBaseAddress = new("https://generativelanguage.googleapis.com");

    public bool TakesLabels => false;

    public TimeSpan ClientTimeout => sender.Timeout;

    public ModelEndpoint GetEndpoint(string model, string? apiMethod)
    {
        string root = ResolveRoot();
        string versioned = HasVersion(root) ? root : root + "/" + Version;
        string path = versioned + "/" + ModelName.ToPath(model);
        return new ModelEndpoint(new Uri(path + ":" + (apiMethod ?? "generateContent")), new Uri(path + ":streamGenerateContent?alt=sse"));
    }

    public FileEndpoint GetFileEndpoint()
    {
        string root = ResolveRoot();
        string version = HasVersion(root) ? root[(root.LastIndexOf('/') + 1)..] : Version;
        string host = HasVersion(root) ? root[..root.LastIndexOf('/')] : root;
        return new FileEndpoint(new Uri($"{host}/{version}/files"), new Uri($"{host}/upload/{version}/files"));
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        // Where chunks go is what the API answered; an address elsewhere carries its own permission and never gets the key.
        Uri root = ResolveBaseAddress();
        if (Uri.Compare(root, message.RequestUri!, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            message.Headers.TryAddWithoutValidation(KeyHeader, key!.Reveal());
        }

        return sender.SendAsync(message, cancellationToken);
    }

    private string ResolveRoot()
    {
        if (key is null)
        {
            throw new GeminiApiKeyMissingException(
                "There is no Gemini API key. Set GeminiOptions.ApiKey (for instance from configuration, Gemini:ApiKey), or the environment variable " +
                "GEMINI_API_KEY or GOOGLE_API_KEY. Keys are made at https://aistudio.google.com/apikey. No request was sent.");
        }

        return ResolveBaseAddress().GetLeftPart(UriPartial.Path).TrimEnd('/');
    }

    public Task<HttpResponseMessage> SendAsync(PromptRequest request, Uri address, CancellationToken cancellationToken)
    {
        HttpRequestMessage message = new(HttpMethod.Post, address) { Content = request };
        message.Headers.TryAddWithoutValidation(KeyHeader, key!.Reveal());
        return sender.SendAsync(message, cancellationToken);
    }

    private static bool HasVersion(string root)
        => root.EndsWith("/v1beta", StringComparison.Ordinal) || root.EndsWith("/v1", StringComparison.Ordinal);

    private Uri ResolveBaseAddress()
    {
        if (baseAddress is not null)
        {
            return baseAddress;
        }

        if (sender.BaseAddress is { } fromClient)
        {
            return Check(fromClient, "The base address of the HTTP client");
        }

        string? variable = Environment.GetEnvironmentVariable(BaseAddressVariable);
        if (string.IsNullOrWhiteSpace(variable))
        {
            return DefaultBaseAddress;
        }

        return Uri.TryCreate(variable.Trim(), UriKind.Absolute, out Uri? fromVariable)
            ? Check(fromVariable, "The environment variable " + BaseAddressVariable)
            : throw new GeminiConfigurationException("The environment variable " + BaseAddressVariable + " is not an absolute address.");
    }

    private static Uri Check(Uri address, string what)
        => BaseAddressRule.Violation(address) is { } violation ? throw new GeminiConfigurationException(what + " " + violation) : address;
}
