namespace GeminiGen.EndToEnd.Tests;

/// <summary>Functions for the model.</summary>
public interface IWeatherTools
{
    /// <summary>The forecast of a city.</summary>
    [Tool]
    Task<Forecast> GetForecastAsync(string city, int days = 3, CancellationToken cancellationToken = default);

    [Tool("Forgets a city", Name = "forget", RequiresApproval = true)]
    void Forget(string city);
}
