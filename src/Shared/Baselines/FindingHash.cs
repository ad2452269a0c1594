using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GeminiGen.Shared.Baselines;

/// <summary>
/// What a finding is known by from one build to the next: a hash of its rule, its file and the line it stands in, without what is marked and without anything on the line that could be a
/// secret. It survives lines that are moved; equal lines of a file are told apart by their order. Nobody learns a key from it, for no key went in.
/// </summary>
internal static class FindingHash
{
    // Characters in a row, with a digit among them, that may be a secret or a part of one.
    private const int ShortestSecret = 6;

    private const int Bytes = 8;

    /// <summary>The hash of a finding.</summary>
    /// <param name="rule">The id of its rule.</param>
    /// <param name="file">The path of its file, as seen from the folder of the baseline, with slashes.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="place">Where it stands.</param>
    public static string Compute(string rule, string file, IReadOnlyList<string> lines, FindingPlace place)
    {
        string line = GetLine(lines, place.StartLine);
        int start = Math.Min(place.StartColumn, line.Length);
        int end = place.EndLine == place.StartLine ? Math.Min(Math.Max(place.EndColumn, start), line.Length) : line.Length;
        string masked = Mask(line);
        int order = 0;
        for (int i = 0; i < Math.Min(place.StartLine, lines.Count); i++)
        {
            order += Mask(lines[i]) == masked ? 1 : 0;
        }

        string identity = string.Join("\n", rule, file, Mask(line.Substring(0, start)), Mask(line.Substring(end)), order.ToString(CultureInfo.InvariantCulture));
        return string.Concat(Hash(Encoding.UTF8.GetBytes(identity)).Take(Bytes).Select(static value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The lines of a text, cut where the compiler counts lines.</summary>
    public static IReadOnlyList<string> SplitLines(string text)
    {
        List<string> lines = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                lines.Add(text.Substring(start, i - start));
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        lines.Add(text.Substring(start));
        return lines;
    }

    private static byte[] Hash(byte[] bytes)
    {
#if NETSTANDARD2_0
        using var algorithm = SHA256.Create();
        return algorithm.ComputeHash(bytes);
#else
        return SHA256.HashData(bytes);
#endif
    }

    private static string GetLine(IReadOnlyList<string> lines, int line) => line >= 0 && line < lines.Count ? lines[line] : "";

    /// <summary>A part of a line without white space and without what may be secret.</summary>
    private static string Mask(string text)
    {
        StringBuilder masked = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            bool hasDigit = false;
            while (end < text.Length && IsOfSecret(text[end]))
            {
                hasDigit |= char.IsDigit(text[end]);
                end++;
            }

            if (hasDigit && end - i >= ShortestSecret)
            {
                masked.Append('*');
            }
            else
            {
                masked.Append(text, i, end - i);
            }

            masked.Append(end < text.Length && !char.IsWhiteSpace(text[end]) ? text[end].ToString() : "");
            i = end + 1;
        }

        return masked.ToString();
    }

    private static bool IsOfSecret(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';
}
