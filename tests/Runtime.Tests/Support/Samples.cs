using System.Text;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Small media.</summary>
internal static class Samples
{
    internal static byte[] Png(int length = 100) => Fill([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], length);

    internal static byte[] Pdf(int length = 100) => Fill([.. "%PDF-1.7\n"u8], length);

    internal static byte[] Mp4(int length = 100) => Fill([0, 0, 0, 24, .. "ftypisom"u8], length);

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Fill(byte[] head, int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        head.CopyTo(bytes, 0);
        return bytes;
    }
}
