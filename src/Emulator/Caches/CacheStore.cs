using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Caches;

/// <summary>The caches of the one project there is. Expired ones are gone.</summary>
internal sealed class CacheStore(TimeProvider clock)
{
    private const string Prefix = "cachedContents/";

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, CachedContent> _caches = new(StringComparer.Ordinal);
    private int _created;

    public DateTimeOffset Now => clock.GetUtcNow();

    public CachedContent Add(EmulatedModel model, JsonElement body, int tokens, DateTimeOffset expires)
    {
        lock (_gate)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"emulated{++_created:d6}");
            return _caches[id] = new CachedContent(id, model, body, tokens, Now) { Expires = expires };
        }
    }

    public IReadOnlyList<CachedContent> All()
    {
        lock (_gate)
        {
            DropExpired();
            return [.. _caches.Values];
        }
    }

    /// <exception cref="ApiErrorException">There is none, or it has expired.</exception>
    public CachedContent Find(string id)
    {
        lock (_gate)
        {
            DropExpired();
            return _caches.TryGetValue(id, out CachedContent? cache) ? cache : throw new ApiErrorException(ApiErrors.CacheNotFound());
        }
    }

    /// <summary>The same cache with another end.</summary>
    public CachedContent Extend(string id, DateTimeOffset expires)
    {
        lock (_gate)
        {
            return _caches[id] = Find(id) with { Expires = expires, Updated = Now };
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            Find(id);
            _caches.Remove(id);
        }
    }

    /// <summary>The cache a request names; null where it names none.</summary>
    /// <exception cref="ApiErrorException">There is none, it is another model's, or the request sets what is the cache's.</exception>
    public CachedContent? FindFor(JsonElement request, EmulatedModel model)
    {
        if (request.TextField("cachedContent") is not { Length: > 0 } name)
        {
            return null;
        }

        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw new ApiErrorException(ApiErrors.Invalid("cached_content", "* cached_content: Invalid CachedContent name; it is cachedContents/ and an id."));
        }

        CachedContent cache = Find(name[Prefix.Length..]);
        if (CachedContent.OwnFields.Any(field => request.Field(field) is not null))
        {
            throw new ApiErrorException(ApiErrors.Invalid(
                "CachedContent can not be used with GenerateContent request setting system_instruction, tools or tool_config. Move those values to the CachedContent."));
        }

        return cache.Model.Version == model.Version
            ? cache
            : throw new ApiErrorException(ApiErrors.Invalid(
                $"Model used by GenerateContent request (models/{model.Id}) and CachedContent (models/{cache.Model.Id}) has to be the same."));
    }

    private void DropExpired()
    {
        foreach (string id in _caches.Values.Where(cache => cache.Expires <= Now).Select(cache => cache.Id).ToArray())
        {
            _caches.Remove(id);
        }
    }
}
