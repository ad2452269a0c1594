namespace GeminiGen;

/// <summary>The sampling values a model uses when a request gives none.</summary>
public sealed class GeminiParameterDefaults
{
    /// <summary>Randomness, from 0.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>Largest temperature the model accepts.</summary>
    public decimal? MaxTemperature { get; init; }

    /// <summary>Share of the probability mass the next token is drawn from, from 0 to 1.</summary>
    public decimal? TopP { get; init; }

    /// <summary>Number of tokens the next token is drawn from.</summary>
    public int? TopK { get; init; }
}
