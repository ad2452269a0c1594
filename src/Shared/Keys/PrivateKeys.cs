namespace GeminiGen;

/// <summary>
/// Private keys of Google service accounts, which open every model of a project. Their armour is that of every private key, so a text counts only where it says whose it is, as the file
/// that Google hands out does.
/// </summary>
internal static class PrivateKeys
{
    /// <summary>What messages call them. No other product's key is told, so it is none of <see cref="KeyFamilies.All"/>.</summary>
    public static readonly KeyFamily ServiceAccount = new(
        "Google service account key", "Google", Begin + "PRIVATE KEY-----", KeyAlphabet.Base64Url, ShortestBody, LongestText, 4.5, IsStrong: false, "GOOGLE_APPLICATION_CREDENTIALS", "Google:Credentials");

    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";

    // An elliptic key has 160 characters, a key of 2,048 bits 1,600.
    private const int ShortestBody = 120;
    private const int LongestText = 16_384;

    // What was drawn has nearly all of the 64; what was typed repeats a few.
    private const int DistinctCharacters = 40;

    private static readonly string[] Signs = ["service_account", ".gserviceaccount.com", "private_key_id"];

    /// <summary>A quick look: false for every text of everyday length.</summary>
    public static bool MayHold(string text) => text.Length > ShortestBody && text.Length <= LongestText && text.Contains(Begin);

    /// <summary>True where a text says that keys in it belong to a service account.</summary>
    public static bool IsOfServiceAccount(string text) => Array.Exists(Signs, sign => text.Contains(sign));

    /// <summary>Finds a private key with its armour.</summary>
    public static bool TryFind(string text, out KeyMatch match)
    {
        match = default;
        int start = MayHold(text) ? text.IndexOf(Begin, StringComparison.Ordinal) : -1;
        int body = start < 0 ? -1 : text.IndexOf("PRIVATE KEY-----", start, StringComparison.Ordinal) + "PRIVATE KEY-----".Length;
        int end = start < 0 || body < start ? -1 : text.IndexOf(End, body, StringComparison.Ordinal);
        if (end < 0 || !IsBody(text, body, end))
        {
            return false;
        }

        int last = text.IndexOf("-----", end + End.Length, StringComparison.Ordinal);
        match = new KeyMatch(ServiceAccount, start, (last < 0 ? text.Length : last + "-----".Length) - start);
        return true;
    }

    // Base64 in lines, whose ends may be escaped; dots and words in capitals stand for a key.
    private static bool IsBody(string text, int start, int end)
    {
        int count = 0;
        var seen = new HashSet<char>();
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            bool isEscape = c == '\\' && i + 1 < end && text[i + 1] is 'n' or 'r' or '\\';
            if (isEscape)
            {
                i++;
            }
            else if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/' or '=')
            {
                count++;
                seen.Add(c);
            }
            else if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return count >= ShortestBody && seen.Count > DistinctCharacters;
    }
}
