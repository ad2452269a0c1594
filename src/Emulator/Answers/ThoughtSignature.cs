using System.Security.Cryptography;
using System.Text;

namespace GeminiGen.Emulator.Answers;

/// <summary>
/// Thought signatures that can be checked when they come back, without keeping any: half of the bytes vouch for the other half and for the part they stand on.
/// </summary>
internal static class ThoughtSignature
{
    private const int Half = 16;

    /// <summary>What the API takes in place of a signature, for histories that come from elsewhere.</summary>
    private static readonly string[] StandIns = ["skip_thought_signature_validator", "context_engineering_is_the_way_to_go"];

    /// <summary>A signature.</summary>
    /// <param name="seed">What makes it differ from others.</param>
    /// <param name="content">What it stands on; empty for text, whose pieces a client may join.</param>
    public static string Create(string seed, string content = "")
    {
        ReadOnlySpan<byte> head = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, Half);
        return Convert.ToBase64String([.. head, .. Vouch(head, content)]);
    }

    /// <summary>Whether a signature is one of ours and stands where it stood, or is a stand-in.</summary>
    public static bool IsValid(string signature, string content = "")
    {
        if (StandIns.Contains(signature))
        {
            return true;
        }

        Span<byte> bytes = stackalloc byte[2 * Half];
        string standard = signature.Replace('-', '+').Replace('_', '/');
        return Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out int written)
            && written == bytes.Length
            && bytes[Half..].SequenceEqual(Vouch(bytes[..Half], content));
    }

    private static ReadOnlySpan<byte> Vouch(ReadOnlySpan<byte> head, string content) =>
        SHA256.HashData([.. "GeminiGen.Emulator"u8, .. head, .. Encoding.UTF8.GetBytes(content)]).AsSpan(0, Half);
}
