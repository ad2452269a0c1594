using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Caches;

/// <summary><c>cachedContents</c>: create, list, get, another end, delete.</summary>
internal sealed class CachesEndpoint(ModelDirectory directory, CacheStore store, Credentials credentials)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;
    private const int MaxDisplayName = 128;

    private static readonly TimeSpan UsualLife = TimeSpan.FromHours(1);

    /// <summary>What may be changed, in both spellings.</summary>
    private static readonly string[] Changeable = ["ttl", "expireTime", "expire_time"];

    public Task CreateAsync(Exchange exchange)
    {
        JsonElement body = Read(exchange);
        if (body.TextField("model") is not { Length: > 0 } name)
        {
            throw new ApiErrorException(ApiErrors.Invalid("cached_content.model", "* cached_content.model: model is required."));
        }

        EmulatedModel model = directory.Find(new ModelAddress(ModelAddress.WithoutPrefix(name), exchange.Version), "createCachedContent");
        if (body.TextField("displayName")?.Length > MaxDisplayName)
        {
            throw new ApiErrorException(ApiErrors.Invalid("cached_content.display_name", "* cached_content.display_name: at most 128 characters are allowed."));
        }

        int tokens = Count(body, model);
        DateTimeOffset expires = EndOf(body) ?? store.Now + UsualLife;
        return JsonReply.WriteAsync(exchange, store.Add(model, body, tokens, expires).ToNode());
    }

    public Task ListAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, Page.Of(exchange, "cachedContents", store.All(), DefaultPageSize, MaxPageSize, cache => cache.ToNode()));
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, store.Find(exchange.Id).ToNode());
    }

    public Task UpdateAsync(Exchange exchange)
    {
        JsonElement body = Read(exchange);
        store.Find(exchange.Id);
        string[] mask = exchange.Request.Query["updateMask"].ToString() is { Length: > 0 } text ? text.Split(',') : [.. body.EnumerateObject().Select(member => member.Name)];
        if (mask.FirstOrDefault(field => field is not ("name" or "model") && !Changeable.Contains(field)) is { } other)
        {
            throw new ApiErrorException(ApiErrors.Invalid("update_mask", $"* update_mask: only ttl and expire_time can be changed, not {other}."));
        }

        DateTimeOffset expires = EndOf(body) ?? throw new ApiErrorException(ApiErrors.Invalid("cached_content.expiration", "* cached_content.expiration: ttl or expire_time is required."));
        return JsonReply.WriteAsync(exchange, store.Extend(exchange.Id, expires).ToNode());
    }

    public Task DeleteAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        store.Remove(exchange.Id);
        return JsonReply.WriteAsync(exchange, []);
    }

    private JsonElement Read(Exchange exchange)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CachedContent);
        credentials.ThrowIfRefused(exchange);
        return body;
    }

    private static int Count(JsonElement body, EmulatedModel model)
    {
        var violations = new List<FieldViolation>();
        if (body.Field("contents") is not null)
        {
            RequestRules.CheckContents(body, violations);
        }

        GenerateRequest request = RequestReader.Read(body, merged: null, model, streams: false);
        int tokens = PromptUsage.Of(request.SystemTexts, request.Turns).Prompt;
        if (violations.Count == 0 && tokens < model.MinCachedTokens)
        {
            violations.Add(new FieldViolation("cached_content", string.Create(CultureInfo.InvariantCulture,
                $"Cached content is too small. total_token_count={tokens}, min_total_token_count={model.MinCachedTokens}")));
        }
        else if (tokens > model.InputTokenLimit)
        {
            violations.Add(new FieldViolation("cached_content", string.Create(CultureInfo.InvariantCulture,
                $"Cached content is too large. total_token_count={tokens}, max_total_token_count={model.InputTokenLimit}")));
        }

        return violations.Count == 0 ? tokens : throw new ApiErrorException(ApiErrors.Invalid(violations));
    }

    /// <summary>When a cache shall end; null where the body does not say.</summary>
    private DateTimeOffset? EndOf(JsonElement body)
    {
        TimeSpan? life = body.Field("ttl") is { } ttl ? WireValue.Duration(ttl) : null;
        DateTimeOffset? end = body.Field("expireTime") is { } time ? WireValue.Time(time) : null;
        if (life is not null && end is not null)
        {
            throw new ApiErrorException(ApiErrors.Invalid("cached_content.expiration", "* cached_content: ttl and expire_time cannot be set together."));
        }

        if (life <= TimeSpan.Zero || end <= store.Now || life > DateTimeOffset.MaxValue - store.Now)
        {
            throw new ApiErrorException(ApiErrors.Invalid("cached_content.expiration", "* cached_content.expiration: must be in the future."));
        }

        return life is { } span ? store.Now + span : end;
    }
}
