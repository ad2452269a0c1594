namespace GeminiGen.Analyzers.Settings;

/// <summary>
/// Tells files that are no text, such as settings that git-crypt or SOPS keep encrypted, before the compiler is asked for their text: it would stop the build with CS2015, though nobody but
/// this rule wanted to read them. That is why the rule looks at the disk, which analyzers otherwise leave to the compiler.
/// </summary>
internal static class BinaryFile
{
    // As many as git looks at.
    private const int Sample = 8000;

    /// <summary>Whether a file is binary, or cannot be opened. A file that is not on the disk is neither.</summary>
    public static bool Is(string path)
    {
#pragma warning disable RS1035 // The class says why.
        try
        {
            if (!File.Exists(path))
            {
                return false;
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[Sample];
            return IsBinary(bytes, stream.Read(bytes, 0, bytes.Length));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return true;
        }
#pragma warning restore RS1035
    }

    // Texts in UTF-16 hold null bytes too, and say at their start what they are.
    private static bool IsBinary(byte[] bytes, int count)
    {
        bool isWide = count >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
        return !isWide && Array.IndexOf(bytes, (byte)0, 0, count) >= 0;
    }
}
