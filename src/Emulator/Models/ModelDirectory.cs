using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Models;

/// <summary>The models of the catalogue as the emulated API offers them.</summary>
internal sealed class ModelDirectory
{
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, EmulatedModel> _byId;

    public ModelDirectory(TimeProvider clock)
    {
        _clock = clock;
        All = [.. GeminiModelCatalog.All.Select(CatalogAdapter.ToEmulated)];
        _byId = All.ToDictionary(model => model.Id, StringComparer.Ordinal);
    }

    /// <summary>Every model, whether or not it still answers.</summary>
    public IReadOnlyList<EmulatedModel> All { get; }

    /// <summary>A model that answers this method today.</summary>
    public EmulatedModel Find(ModelAddress address, string method)
    {
        EmulatedModel model = FindListed(address, method);
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        return model.Answers(today) && model.Serves(method) ? model : throw NotFound(address, method);
    }

    /// <summary>A model, as far as it is listed.</summary>
    public EmulatedModel FindListed(ModelAddress address, string method) =>
        _byId.TryGetValue(address.Id, out EmulatedModel? model) ? model : throw NotFound(address, method);

    private static ApiErrorException NotFound(ModelAddress address, string method) =>
        new(address.CloudParent is { } parent ? ApiErrors.CloudModelNotFound(parent, address.Id) : ApiErrors.ModelNotFound(address.Id, address.Version, method));
}
