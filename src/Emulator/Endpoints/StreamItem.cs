namespace GeminiGen.Emulator.Endpoints;

/// <summary>One object of a stream.</summary>
/// <param name="Json">The object, in UTF-8.</param>
/// <param name="Event">The name of its event, in the streams that name them.</param>
internal readonly record struct StreamItem(byte[] Json, string? Event = null);
