using System.Text;

namespace GeminiGen.Testing;

/// <summary>Shows how two texts differ, line by line.</summary>
internal static class LineDiff
{
    private const int Context = 2;
    private const int MostLines = 2000;

    /// <summary>The lines that differ with those around them, behind <c>-</c> and <c>+</c>.</summary>
    internal static string Create(string before, string after)
    {
        string[] old = Split(before);
        string[] now = Split(after);
        List<(char Sign, string Line)> lines = Compare(old, now);
        StringBuilder text = new();
        bool isGap = false;
        for (int i = 0; i < lines.Count; i++)
        {
            if (IsNearChange(lines, i))
            {
                text.Append(isGap && text.Length > 0 ? "  …\n" : "").Append(lines[i].Sign).Append(' ').Append(lines[i].Line).Append('\n');
                isGap = false;
            }
            else
            {
                isGap = true;
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>How many lines two texts have in common.</summary>
    internal static int CountCommon(string left, string right) => Compare(Split(left), Split(right)).Count(static line => line.Sign == ' ');

    private static bool IsNearChange(List<(char Sign, string Line)> lines, int index)
    {
        for (int i = Math.Max(0, index - Context); i <= Math.Min(lines.Count - 1, index + Context); i++)
        {
            if (lines[i].Sign != ' ')
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Split(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines.Length <= MostLines ? lines : lines[..MostLines];
    }

    /// <summary>The longest common subsequence of lines, by the textbook's table.</summary>
    private static List<(char Sign, string Line)> Compare(string[] old, string[] now)
    {
        int[,] lengths = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        List<(char, string)> lines = [];
        int left = 0;
        int right = 0;
        while (left < old.Length || right < now.Length)
        {
            if (left < old.Length && right < now.Length && old[left] == now[right])
            {
                lines.Add((' ', old[left++]));
                right++;
            }
            else if (right == now.Length || (left < old.Length && lengths[left + 1, right] >= lengths[left, right + 1]))
            {
                lines.Add(('-', old[left++]));
            }
            else
            {
                lines.Add(('+', now[right++]));
            }
        }

        return lines;
    }
}
