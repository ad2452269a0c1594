namespace GeminiGen;

/// <summary>The addresses of a model's calls.</summary>
/// <param name="Generate">Where whole answers come from.</param>
/// <param name="Stream">Where streams come from.</param>
internal sealed record ModelEndpoint(Uri Generate, Uri Stream);
