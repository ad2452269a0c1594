using System.Text;

namespace GeminiGen.Runtime.Tests.Fuzz;

/// <summary>Damages bytes as broken services, proxies and networks do, the same way for the same random numbers.</summary>
internal static class ByteMutator
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\"", "\\", "{", "}", "[", "]", ",", ":", "\n", "\r", "\n\n", "\r\n\r\n", "data:", "data: {}\n\n", ":\n", "null", "true", "-1", "1e999", "99999999999999999999", "\\ud83d", "\\u0000", "\\u",
            "\"text\":\"x\"", "\"finishReason\":\"STOP\"", "\"candidates\":[", "\"error\":{\"code\":500}", "\"thought\":true,", "\u0000", "\ufeff", "\u2028", "[DONE]",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F],
    ];

    /// <summary>Applies one to four changes.</summary>
    internal static byte[] Mutate(byte[] original, byte[] other, Random random)
    {
        List<byte> bytes = [.. original];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            Change(bytes, other, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, byte[] other, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(bytes.Count - at, random.Next(1, 40));
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.AsSpan(random.Next(other.Length)));
                break;
        }
    }
}
