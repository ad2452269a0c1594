namespace GeminiGen;

/// <summary>
/// The table of key families. Where prefixes overlap, the longer one comes first. Lengths are those of keys in the wild, with some room where a provider has changed them before.
/// </summary>
internal static class KeyFamilies
{
    /// <summary>Whose keys GG1001 is about.</summary>
    public const string Gemini = "Gemini";

    /// <summary>The format of keys made in AI Studio since May 2026. All known samples have 53 characters; other lengths are accepted with care.</summary>
    public static readonly KeyFamily Auth
        = new("Gemini auth key", Gemini, "AQ.Ab", KeyAlphabet.Base64Url, 33, 160, 4.0, IsStrong: true, "GEMINI_API_KEY", "Gemini:ApiKey");

    /// <summary>The older format, which Maps, Firebase and other Google products share; there it is often public by design.</summary>
    public static readonly KeyFamily Standard
        = new("Google API key", Gemini, "AIza", KeyAlphabet.Base64Url, 39, 39, 4.0, IsStrong: false, "GEMINI_API_KEY", "Gemini:ApiKey");

    /// <summary>Every family.</summary>
    public static readonly KeyFamily[] All =
    [
        Auth,
        Standard,
        new("Google access token", "Google", "ya29.", KeyAlphabet.Base64Url, 60, 400, 4.3, IsStrong: true, "GOOGLE_OAUTH_ACCESS_TOKEN", "Google:AccessToken"),
        OpenAI("OpenAI project key", "sk-proj-", KeyAlphabet.Base64Url, 48, 220),
        OpenAI("OpenAI service account key", "sk-svcacct-", KeyAlphabet.Base64Url, 48, 220),
        OpenAI("OpenAI admin key", "sk-admin-", KeyAlphabet.Base64Url, 48, 220),
        Anthropic("Anthropic key", "sk-ant-api03-"),
        Anthropic("Anthropic admin key", "sk-ant-admin01-"),
        Anthropic("Anthropic access token", "sk-ant-oat01-"),
        new("OpenRouter key", "OpenRouter", "sk-or-v1-", KeyAlphabet.Hex, 73, 73, 3.2, IsStrong: true, "OPENROUTER_API_KEY", "OpenRouter:ApiKey"),
        OpenAI("OpenAI key", "sk-", KeyAlphabet.Alphanumeric, 51, 51),
        OpenAI("OpenAI key", "sk-", KeyAlphabet.Base64Url, 43, 220) with { Marker = "T3BlbkFJ" },
        new("DeepSeek key", "DeepSeek", "sk-", KeyAlphabet.Hex, 35, 35, 3.0, IsStrong: true, "DEEPSEEK_API_KEY", "DeepSeek:ApiKey"),
        new("Groq key", "Groq", "gsk_", KeyAlphabet.Alphanumeric, 56, 56, 4.0, IsStrong: true, "GROQ_API_KEY", "Groq:ApiKey"),
        new("xAI key", "xAI", "xai-", KeyAlphabet.Alphanumeric, 68, 104, 4.2, IsStrong: true, "XAI_API_KEY", "XAI:ApiKey"),
        new("Hugging Face token", "Hugging Face", "hf_", KeyAlphabet.Alphanumeric, 37, 40, 4.0, IsStrong: true, "HF_TOKEN", "HuggingFace:Token"),
        new("Perplexity key", "Perplexity", "pplx-", KeyAlphabet.Alphanumeric, 45, 61, 3.2, IsStrong: true, "PERPLEXITY_API_KEY", "Perplexity:ApiKey"),
        new("Replicate token", "Replicate", "r8_", KeyAlphabet.Alphanumeric, 40, 40, 4.0, IsStrong: true, "REPLICATE_API_TOKEN", "Replicate:ApiToken"),
        new("NVIDIA key", "NVIDIA", "nvapi-", KeyAlphabet.Base64Url, 64, 76, 4.2, IsStrong: true, "NVIDIA_API_KEY", "Nvidia:ApiKey"),
        new("Cerebras key", "Cerebras", "csk-", KeyAlphabet.Alphanumeric, 52, 52, 4.0, IsStrong: true, "CEREBRAS_API_KEY", "Cerebras:ApiKey"),
        new("Together key", "Together", "tgp_v1_", KeyAlphabet.Base64Url, 50, 50, 4.0, IsStrong: true, "TOGETHER_API_KEY", "Together:ApiKey"),
        new("Fireworks key", "Fireworks", "fw_", KeyAlphabet.Alphanumeric, 24, 28, 3.5, IsStrong: false, "FIREWORKS_API_KEY", "Fireworks:ApiKey"),
    ];

    private static KeyFamily OpenAI(string name, string prefix, KeyAlphabet alphabet, int minimum, int maximum)
        => new(name, "OpenAI", prefix, alphabet, minimum, maximum, 4.0, IsStrong: true, "OPENAI_API_KEY", "OpenAI:ApiKey");

    private static KeyFamily Anthropic(string name, string prefix)
        => new(name, "Anthropic", prefix, KeyAlphabet.Base64Url, 60, 140, 4.2, IsStrong: true, "ANTHROPIC_API_KEY", "Anthropic:ApiKey");
}
