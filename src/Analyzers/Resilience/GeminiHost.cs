namespace GeminiGen.Analyzers.Resilience;

/// <summary>The host of the Gemini API.</summary>
internal static class GeminiHost
{
    private const string Name = "generativelanguage.googleapis.com";

    /// <summary>True for an absolute address on the host, whole or only its beginning.</summary>
    public static bool Is(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || string.Compare(address, scheme + 3, Name, 0, Name.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        int end = scheme + 3 + Name.Length;
        return end == address.Length || address[end] is '/' or ':' or '?';
    }

    /// <summary>True for an address without a host of its own.</summary>
    public static bool IsRelative(string address) => address.IndexOf("://", StringComparison.Ordinal) < 0;
}
