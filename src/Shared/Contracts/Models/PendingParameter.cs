namespace GeminiGen;

/// <summary>A parameter that a prompt file can name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOfCall">Whether it belongs to the call and not to its text.</param>
/// <param name="IsUntrusted">Whether it is marked <c>[Untrusted]</c>.</param>
/// <param name="DefaultType">The keyword of its type when null has a default in a prompt file; null when it can have none.</param>
/// <param name="FaultIfUsed">What is wrong when a template names it at all, as an exception says it; null when it may.</param>
/// <param name="FaultIfWritten">What is wrong when a template writes it as it is; null when it may.</param>
internal sealed record PendingParameter(
    string Name,
    bool IsOfCall,
    bool IsUntrusted,
    string? DefaultType,
    string? FaultIfUsed,
    string? FaultIfWritten);
