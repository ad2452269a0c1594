namespace GeminiGen;

/// <summary>A function the model calls.</summary>
/// <param name="Id">The call's id, to be given back with the result; null for models that give none.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Its arguments, a JSON object as UTF-8.</param>
/// <param name="IsPartial">Whether its arguments come in pieces (Google Cloud's <c>partialArgs</c>), of which <paramref name="Arguments"/> holds none.</param>
internal sealed record FunctionCall(string? Id, string Name, byte[] Arguments, bool IsPartial);
