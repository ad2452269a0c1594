using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GeminiGen.Emulator.Answers.Text;

namespace GeminiGen.Emulator.Answers.Embeddings;

/// <summary>
/// Vectors by words: each word of a text adds a direction of its own, so that texts are the more alike the more words they share. Of length 1, whatever the
/// number of dimensions, and the same in every run.
/// </summary>
internal static class TextVector
{
    /// <summary>The dimensions of a vector nobody wants shorter.</summary>
    public const int FullLength = 3072;

    /// <summary>What a word's beginning counts beside the word: it makes forms of one word alike.</summary>
    private const float BeginningWeight = 0.4f;
    private const int BeginningLength = 4;

    public static float[] Of(string text, int length)
    {
        float[] sum = new float[length];
        string[] words = [.. text.ContentWords()];
        foreach (string word in words.Length > 0 ? words : [.. text.WordTokens().DefaultIfEmpty(text)])
        {
            Add(sum, word, 1);
            Add(sum, "^" + word[..Math.Min(BeginningLength, word.Length)], BeginningWeight);
        }

        float norm = MathF.Sqrt(sum.Sum(number => number * number));
        return [.. sum.Select(number => number / norm)];
    }

    private static void Add(float[] sum, string feature, float weight)
    {
        // A generator of random numbers with a fixed rule (xorshift), seeded by the word: System.Random's may change between versions.
        ulong state = MemoryMarshal.Read<ulong>(SHA256.HashData(Encoding.UTF8.GetBytes(feature))) | 1;
        for (int i = 0; i < sum.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            sum[i] += (state >> 63) == 0 ? weight : -weight;
        }
    }
}
