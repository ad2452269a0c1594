namespace GeminiGen;

/// <summary>A source an answer rests on.</summary>
/// <param name="Title">Its title, for a web page often the site's name; <see langword="null"/> when the API gave none.</param>
/// <param name="Uri">Where it is; <see langword="null"/> when the API gave no address. Search gives addresses that redirect, and that expire.</param>
public sealed record GroundingSource(string? Title, Uri? Uri);
