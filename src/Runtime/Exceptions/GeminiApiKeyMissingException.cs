namespace GeminiGen;

/// <summary>There is no API key; no request was sent.</summary>
/// <param name="message">Where a key is looked for.</param>
public sealed class GeminiApiKeyMissingException(string message) : GeminiConfigurationException(message);
