namespace GeminiGen.Analyzers.Requests;

/// <summary>Names in requests. The API takes <c>maxOutputTokens</c> and <c>max_output_tokens</c>; libraries call it <c>MaxOutputTokens</c>.</summary>
internal static class NamesOfRequests
{
    /// <summary>Compares a name as written with one in small letters without underscores.</summary>
    public static bool Are(string? written, string name)
    {
        if (written is null)
        {
            return false;
        }

        int matched = 0;
        foreach (char character in written)
        {
            if (character == '_')
            {
                continue;
            }

            if (matched == name.Length || char.ToLowerInvariant(character) != name[matched++])
            {
                return false;
            }
        }

        return matched == name.Length;
    }
}
