using System.ComponentModel.DataAnnotations;

namespace GeminiGen.Extensions.AI.Tests;

/// <summary>Methods the model may call.</summary>
public sealed class WeatherTools
{
    public List<string> Asked { get; } = [];

    /// <summary>The forecast of a city.</summary>
    /// <param name="city">The city's name.</param>
    /// <param name="days">1 to 7</param>
    /// <param name="unit"></param>
    /// <param name="cancellationToken"></param>
    [Tool]
    public async Task<Forecast> GetForecastAsync([StringLength(20)] string city, [Range(1, 7)] int days = 3, Unit? unit = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(FormattableString.Invariant($"{city} {days} {unit}"));
        return new Forecast(city, [.. Enumerable.Range(7, days).Select(degrees => (double)degrees)], null);
    }

    [Tool("The time")]
    public static string GetTime([ToolService] TimeProvider clock) => clock.GetUtcNow().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    [Tool("Forgets a city", RequiresApproval = true)]
    public void Forget(string city) => Asked.Add("not " + city);
}

/// <summary>A result.</summary>
public sealed record Forecast(string City, IReadOnlyList<double> Temperatures, string? Note);

/// <summary>An argument.</summary>
public enum Unit
{
    Celsius,
    Fahrenheit,
}

[ToolSetOf(typeof(WeatherTools))]
internal static partial class WeatherToolSet;
