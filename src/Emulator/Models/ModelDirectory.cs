using GeminiGen.Emulator.Endpoints;
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

    /// <summary>The model of a path that answers this method today.</summary>
    public EmulatedModel Find(ApiPath path, string method)
    {
        EmulatedModel model = FindListed(path);
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        return model.Answers(today) && model.Serves(method) ? model : throw NotFound(path, method);
    }

    /// <summary>The model of a path, as far as it is listed.</summary>
    public EmulatedModel FindListed(ApiPath path) =>
        _byId.TryGetValue(path.Model!, out EmulatedModel? model) ? model : throw NotFound(path, path.Method ?? "getModel");

    private static ApiErrorException NotFound(ApiPath path, string method) =>
        new(ApiErrors.ModelNotFound(path.Model!, path.Version, method));
}
