using System.Globalization;
using System.Text;
using GeminiGen.Shared.Locks;

namespace GeminiGen.Generator.Emission;

/// <summary>Names generated files. Two of one name, compared without case, would cost all output, so the name carries a hash of the original.</summary>
internal static class HintNames
{
    private const int MaxLength = 100;

    /// <summary>The file's name for a type.</summary>
    /// <param name="metadataName">The full metadata name.</param>
    public static string Create(string metadataName) => Create(metadataName, ".g.cs");

    /// <summary>The name of the file that tells what a contract asks for.</summary>
    /// <param name="metadataName">The full metadata name.</param>
    public static string CreateLock(string metadataName) => Create(metadataName, LockNames.GeneratedExtension);

    private static string Create(string metadataName, string extension)
    {
        StringBuilder name = new(MaxLength);
        foreach (char character in metadataName)
        {
            if (name.Length == MaxLength)
            {
                break;
            }

            bool isSafe = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_';
            name.Append(isSafe ? character : '_');
        }

        return name.Append('.').Append(HashOf(metadataName)).Append(extension).ToString();
    }

    /// <summary>A short text that tells names apart.</summary>
    public static string HashOf(string name) => Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>FNV-1a: the same on every machine and in every process, which string hashes are not.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ (byte)character) * 16777619);
            hash = unchecked((hash ^ (byte)(character >> 8)) * 16777619);
        }

        return hash;
    }
}
