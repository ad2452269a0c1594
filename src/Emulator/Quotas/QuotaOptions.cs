namespace GeminiGen.Emulator.Quotas;

/// <summary>Which quotas the emulator counts and refuses by. They hold for each project by itself, whatever key a request comes with.</summary>
public sealed class QuotaOptions
{
    /// <summary>The name that <see cref="Parse"/> takes for <see cref="FreeTier"/>.</summary>
    internal const string FreeTierName = "free";

    /// <summary>Whose names the quotas have in an error. Default: <see cref="QuotaTier.Free"/>.</summary>
    public QuotaTier Tier { get; set; }

    /// <summary>
    /// Whether a model without an entry in <see cref="Models"/> has the figures of the free tier that the catalogue knows. Google publishes none: they are what projects
    /// reported, and a figure that nobody reported is no limit. Default: false.
    /// </summary>
    public bool UsesCatalog { get; set; }

    /// <summary>The quota of a model that has none of its own; null for no limit.</summary>
    public ModelQuota? Default { get; set; }

    /// <summary>Quotas by the id of the model that answers; an alias counts for its target.</summary>
    public IDictionary<string, ModelQuota> Models { get; } = new Dictionary<string, ModelQuota>(StringComparer.Ordinal);

    /// <summary>The free tier as far as the catalogue knows it; see <see cref="UsesCatalog"/>.</summary>
    /// <returns>The options.</returns>
    public static QuotaOptions FreeTier() => new() { UsesCatalog = true };

    /// <summary>
    /// Adds what a text says: <c>free</c>, or figures for one model, <c>gemini-3.8-flash:rpm=5,tpm=250000,rpd=20</c>, or for all others, <c>rpm=5</c>.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>These options.</returns>
    /// <exception cref="FormatException">The text says something else; the message names it and what may stand there.</exception>
    public QuotaOptions Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == FreeTierName)
        {
            UsesCatalog = true;
            return this;
        }

        int colon = text.LastIndexOf(':');
        ModelQuota quota = QuotaText.Read(text[(colon + 1)..], text);
        if (colon < 0)
        {
            Default = quota;
        }
        else
        {
            // An alias has no quota of its own.
            Models[GeminiModelCatalog.TryResolve(text[..colon], out GeminiModel? model)
                ? model.Id
                : throw new FormatException($"The quota '{text}' is for a model that the catalogue does not know: '{text[..colon]}'.")] = quota;
        }

        return this;
    }

    internal ModelQuota? Of(string model) =>
        Models.TryGetValue(model, out ModelQuota? own) ? own
        : UsesCatalog && OfCatalog(model) is { } known ? known
        : Default;

    private static ModelQuota? OfCatalog(string model) => GeminiModelCatalog.TryResolve(model, out GeminiModel? entry) && entry.FreeTier is { } tier
        ? new ModelQuota { RequestsPerMinute = tier.RequestsPerMinute, InputTokensPerMinute = tier.TokensPerMinute, RequestsPerDay = tier.RequestsPerDay }
        : null;
}
