namespace GeminiGen.Shared.Catalog;

/// <summary>Which model takes another's place, and which was meant by a slip: one answer for the runtime and the rules.</summary>
internal sealed class ModelSuccession
{
    private const string AliasPrefix = "gemini";
    private const string AliasSuffix = "-latest";

    private readonly List<ModelEntry> _models = [];
    private readonly Dictionary<string, ModelEntry> _byId = new(StringComparer.Ordinal);

    /// <summary>Takes the catalogue's entries, in its order.</summary>
    public ModelSuccession(IEnumerable<ModelEntry> models)
    {
        foreach (ModelEntry model in models)
        {
            _models.Add(model);
            _byId[model.Id] = model;
        }
    }

    /// <summary>
    /// The id itself when its model is in service, else the model in service that the owner names as successor, else the newest of the same line; null when there is
    /// none, or when the id is unknown.
    /// </summary>
    public string? FindSuccessor(string id)
    {
        if (!_byId.TryGetValue(id, out ModelEntry current))
        {
            return null;
        }

        // A chain cannot be longer than the catalogue, unless it goes round in a circle.
        for (int i = 0; i < _models.Count && !current.IsInService; i++)
        {
            if (current.Replacement is null || !_byId.TryGetValue(current.Replacement, out current))
            {
                return FindNewest(id);
            }
        }

        return current.IsInService ? current.Id : FindNewest(id);
    }

    /// <summary>The successor of a known id, or that of the id an unknown one is closest to; null when nothing is close.</summary>
    public string? FindNearest(string id)
    {
        if (_byId.ContainsKey(id))
        {
            return FindSuccessor(id);
        }

        string? nearest = NearestId.Find(id, _models.Where(model => FindSuccessor(model.Id) is not null).Select(static model => model.Id));
        return nearest is null ? null : FindSuccessor(nearest);
    }

    // "gemini-flash-lite-latest" names the newest of the line "-flash-lite"; the longest line that the id contains is its own.
    private string? FindNewest(string id)
    {
        ModelEntry? best = null;
        foreach (ModelEntry alias in _models)
        {
            bool isLine = alias.AliasOf is not null
                && alias.Id.StartsWith(AliasPrefix, StringComparison.Ordinal)
                && alias.Id.EndsWith(AliasSuffix, StringComparison.Ordinal)
                && id.Contains(alias.Id.Substring(AliasPrefix.Length, alias.Id.Length - AliasPrefix.Length - AliasSuffix.Length));
            if (isLine && (best is not { } longest || alias.Id.Length > longest.Id.Length))
            {
                best = alias;
            }
        }

        return best?.AliasOf;
    }
}
