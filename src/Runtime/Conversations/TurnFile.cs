namespace GeminiGen;

/// <summary>A file of the Files API that a turn names, which the API deletes after 48 hours.</summary>
/// <param name="Uri">Its address, as the turn has it.</param>
/// <param name="Expires">When the API deletes it.</param>
/// <param name="Media">What was uploaded, while that is known: not in a conversation read from JSON.</param>
internal sealed record TurnFile(string Uri, DateTimeOffset Expires, Media? Media);
