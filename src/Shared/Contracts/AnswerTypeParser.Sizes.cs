namespace GeminiGen;

/// <content>How large the schema of an answer becomes.</content>
internal sealed partial class AnswerTypeParser
{
    /// <summary>Far more than any model fills, and than the API takes; what a schema may come to where a dialect has no names for its parts.</summary>
    private const int MaxSize = 5000;

    /// <summary>Refuses a type whose schema, written out, is too large.</summary>
    /// <returns>Its index; -1 when it has been refused.</returns>
    private int RefuseLarge(int index, AnswerSite site)
    {
        AnswerSizes sizes = new(Types);
        if (sizes.Measure(Types[index]) <= MaxSize)
        {
            return index;
        }

        return Refuse(
            DiagnosticIds.AnswerTypeRefusedByApi,
            site,
            $"its schema has more than {MaxSize} members, because '{FindRepeated(index, sizes)}' is written out wherever it is used; give such values once, in a list beside the others, and refer to them by a key");
    }

    /// <summary>The type that adds most to the size by being used more than once.</summary>
    private string FindRepeated(int root, AnswerSizes sizes)
    {
        Dictionary<int, int> uses = [];
        HashSet<int> seen = [root];
        Stack<int> open = new([root]);
        while (open.Count > 0)
        {
            foreach (int part in GetParts(Types[open.Pop()]))
            {
                uses[part] = uses.TryGetValue(part, out int known) ? known + 1 : 1;
                if (seen.Add(part))
                {
                    open.Push(part);
                }
            }
        }

        int found = root;
        long most = -1;
        foreach (KeyValuePair<int, int> use in uses)
        {
            long weight = (use.Value - 1) * (long)sizes.Get(use.Key);
            if (weight > most)
            {
                most = weight;
                found = use.Key;
            }
        }

        return FindSymbol(found).GetShortName();
    }
}
