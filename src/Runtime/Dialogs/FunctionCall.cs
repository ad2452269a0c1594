namespace GeminiGen;

/// <summary>A function the model calls.</summary>
/// <param name="Id">The call's id, to be given back with the result; null for models that give none.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Its arguments, a JSON object as UTF-8.</param>
internal sealed record FunctionCall(string? Id, string Name, byte[] Arguments);
