namespace GeminiGen.Shared.Catalog;

/// <summary>Finds the known id someone most likely meant.</summary>
internal static class NearestId
{
    /// <summary>The closest of the known ids, or null when none is close.</summary>
    /// <param name="id">What was written.</param>
    /// <param name="known">Ids to choose from; of equally close ones the first wins.</param>
    public static string? Find(string id, IEnumerable<string> known)
    {
        string written = id.ToLowerInvariant();
        string? nearest = null;

        // More than a quarter of the characters wrong is another model, not a slip: the family's name alone is half of an id.
        int smallest = (written.Length / 4) + 1;
        foreach (string candidate in known)
        {
            int distance = Distance(written, candidate);
            if (distance < smallest)
            {
                smallest = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>Edits between two ids; a part missing at the end (<c>-preview</c>, <c>-001</c>) counts as one, for that is how ids are most often cut.</summary>
    internal static int Distance(string left, string right)
    {
        (string shorter, string longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (longer.StartsWith(shorter, StringComparison.Ordinal) && (longer.Length == shorter.Length || longer[shorter.Length] == '-'))
        {
            return CountParts(longer, shorter.Length);
        }

        return EditDistance(shorter, longer);
    }

    private static int CountParts(string id, int start)
    {
        int parts = 0;
        for (int i = start; i < id.Length; i++)
        {
            parts += id[i] == '-' ? 1 : 0;
        }

        return parts;
    }

    // Levenshtein with one row: row[j] is the distance between the part of left read so far and the first j characters of right.
    private static int EditDistance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j - 1], diagonal) + 1);
            }
        }

        return row[right.Length];
    }
}
