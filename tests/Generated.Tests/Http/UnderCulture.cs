using System.Globalization;

namespace GeminiGen.Generated.Tests.Http;

/// <summary>Runs a piece of a test in another culture and goes back.</summary>
internal sealed class UnderCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    /// <summary>Enters the culture.</summary>
    public UnderCulture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    /// <inheritdoc/>
    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
