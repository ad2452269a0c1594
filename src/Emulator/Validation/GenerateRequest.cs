using System.Text.Json;

namespace GeminiGen.Emulator.Validation;

/// <summary>A generate request, read from a body that passed <see cref="WireCheck"/>.</summary>
internal sealed record GenerateRequest
{
    /// <summary>The body as sent.</summary>
    public required JsonElement Sent { get; init; }

    /// <summary>The body as the model sees it: with what a cache puts before it.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>The generation settings as sent; an empty object when absent.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>The thinking settings as sent; an empty object when absent.</summary>
    public required JsonElement Thinking { get; init; }

    public required IReadOnlyList<string> SystemTexts { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    public required IReadOnlyList<string> StopSequences { get; init; }

    public int? MaxOutputTokens { get; init; }

    /// <summary>Whether the request came by Google Cloud's path.</summary>
    public bool IsCloud { get; init; }

    /// <summary>Whether the answer is asked for as a stream.</summary>
    public bool Streams { get; init; }

    /// <summary>The token of the answer that is to be continued; null for a new answer.</summary>
    public string? ContinuationToken { get; init; }

    /// <summary>Whether an answer is to be continued.</summary>
    public bool Continues => ContinuationToken is not null;

    public int CandidateCount { get; init; } = 1;

    public bool IncludeThoughts { get; init; }

    public string? MimeType { get; init; }

    /// <summary>The answer's schema with its dialect, from whichever field holds it.</summary>
    public (JsonElement Schema, SchemaDialect Dialect)? Schema { get; init; }

    /// <summary>Whether the answer shall be JSON.</summary>
    public bool WantsJson => MimeType == "application/json";
}
