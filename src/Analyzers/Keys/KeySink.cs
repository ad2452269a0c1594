namespace GeminiGen.Analyzers.Keys;

/// <summary>A place where only the key of a model goes.</summary>
/// <param name="Name">What messages call it, such as the parameter or the header.</param>
/// <param name="Provider">Whose place it is, as <see cref="KeyFamily.Provider"/>; null when the names do not tell.</param>
/// <param name="TakesHex">True where 32 hexadecimal digits are a key.</param>
internal sealed record KeySink(string Name, string? Provider, bool TakesHex = false);
