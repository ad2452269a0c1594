using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Models;

/// <summary>
/// Tells a slip of the pen from a model the catalogue does not know yet. A new model differs from the known ones in a number or in a whole word; a slip spells a long word
/// wrong by one letter, or an id in capitals.
/// </summary>
internal static class ModelSlips
{
    // Below this length one letter makes another word of it: "lite" and "live" are both words of ids.
    private const int ShortestWord = 5;

    /// <summary>The id that was certainly meant; null when the written one could be a model of its own.</summary>
    public static string? Find(string id, ModelUse use, ModelCatalog catalog)
    {
        string[] written = ModelCatalog.WithoutPrefix(id).Split('-');
        foreach (CatalogModel model in catalog.All)
        {
            if (IsSlipOf(written, model.Id.Split('-'), catalog))
            {
                return CanServe(model, use) ? catalog.Successor(model) : null;
            }
        }

        return null;
    }

    /// <summary>Whether naming the model is advice: it gives what is wanted.</summary>
    public static bool CanServe(CatalogModel model, ModelUse use) => use switch
    {
        ModelUse.Text => !model.GivesNoText,
        ModelUse.Content => !GivesVectorsAlone(model),
        ModelUse.Embedding => !model.GivesNoEmbeddings,
        _ => true,
    };

    /// <summary>Whether the model makes vectors and nothing else.</summary>
    public static bool GivesVectorsAlone(CatalogModel model) => model.GivesNoText && !model.GivesNoEmbeddings;

    private static bool IsSlipOf(string[] written, string[] known, ModelCatalog catalog)
    {
        if (written.Length != known.Length)
        {
            return false;
        }

        int slips = 0;
        for (int i = 0; i < known.Length; i++)
        {
            if (!string.Equals(written[i], known[i], StringComparison.OrdinalIgnoreCase))
            {
                if (++slips > 1 || !IsSlipOf(written[i].ToLowerInvariant(), known[i], catalog))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsSlipOf(string written, string known, ModelCatalog catalog)
        => known.Length >= ShortestWord && known.All(char.IsLetter) && written.All(char.IsLetter) && !IsWordOfAnId(written, catalog) && DifferByOne(written, known);

    private static bool IsWordOfAnId(string word, ModelCatalog catalog)
    {
        foreach (CatalogModel model in catalog.All)
        {
            if (Array.IndexOf(model.Id.Split('-'), word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // One letter too many, too few or wrong, or two neighbours swapped.
    private static bool DifferByOne(string left, string right)
    {
        int start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        string leftRest = left.Substring(start);
        string rightRest = right.Substring(start);
        return Tail(leftRest, 1) == Tail(rightRest, 1)
            || Tail(leftRest, 1) == rightRest
            || leftRest == Tail(rightRest, 1)
            || (leftRest.Length > 1 && rightRest.Length > 1 && leftRest[0] == rightRest[1] && leftRest[1] == rightRest[0] && Tail(leftRest, 2) == Tail(rightRest, 2));
    }

    private static string Tail(string text, int start) => text.Length >= start ? text.Substring(start) : "";
}
